/** What people want to be told of, where, and at what hours. */
@NullMarked
package org.kanmai.app.notices.settings;

import org.jspecify.annotations.NullMarked;
