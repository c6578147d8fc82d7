/** Rooms that are played again (LC-11): their recordings one after the other, with what was explained, sold and said; and their end. */
@NullMarked
package org.kanmai.app.live.replays;

import org.jspecify.annotations.NullMarked;
