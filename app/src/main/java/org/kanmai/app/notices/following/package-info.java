/** Tells people who follows them. */
@NullMarked
package org.kanmai.app.notices.following;

import org.jspecify.annotations.NullMarked;
