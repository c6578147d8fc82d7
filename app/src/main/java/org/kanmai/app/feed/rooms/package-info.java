/** Live rooms among what is recommended: which, why, and on what terms. */
@NullMarked
package org.kanmai.app.feed.rooms;

import org.jspecify.annotations.NullMarked;
