package org.kanmai.app.live.moderation;

import java.time.Instant;
import org.kanmai.facts.Code;
import org.kanmai.facts.RoomId;

/**
 * What a machine noticed of a room's picture; never a verdict.
 *
 * @param value what was measured, or which words stand in the picture
 */
record Flag(long id, RoomId room, Kind kind, String value, Instant at) {

    /** What can be noticed. */
    enum Kind implements Code {
        /** The picture is black. */
        BLACK,
        /** It has one colour. */
        FLAT,
        /** It stands still. */
        FROZEN,
        /** Words that are not allowed stand in it. */
        WORDS
    }
}
