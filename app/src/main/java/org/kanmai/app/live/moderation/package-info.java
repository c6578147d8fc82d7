/** Rooms are watched while they are live (LC-16, GV-23): looked at, flagged, warned, muted and cut, with a record and an appeal. */
@NullMarked
package org.kanmai.app.live.moderation;

import org.jspecify.annotations.NullMarked;
