/** What is known of a live room while it lasts: one value, written by the streams and read by whoever hosts it. */
@NullMarked
package org.kanmai.ranking.rooms;

import org.jspecify.annotations.NullMarked;
