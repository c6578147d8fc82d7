/** Notices by e-mail: confirmed addresses, letters that wait and are tried again, and the way out of them. */
@NullMarked
package org.kanmai.app.notices.mail;

import org.jspecify.annotations.NullMarked;
