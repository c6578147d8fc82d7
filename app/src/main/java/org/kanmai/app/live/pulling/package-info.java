/** Which process a room is pushed to, and how another that has viewers of it gets its picture from there, once for all of them. */
@NullMarked
package org.kanmai.app.live.pulling;

import org.jspecify.annotations.NullMarked;
