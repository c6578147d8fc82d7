package org.kanmai.app.live.warmups;

import java.time.Instant;
import org.kanmai.facts.Code;
import org.kanmai.facts.RoomId;

/**
 * The room that a work warms up for.
 *
 * @param at when it is announced for
 * @param reminded whether the viewer asked to be told of it
 */
public record WarmUp(RoomId room, String title, Instant at, State state, boolean reminded) {

    /** Where the room stands. */
    public enum State implements Code {
        /** It is to come. */
        PLANNED,
        /** It is open: whoever wants to can come in. */
        LIVE,
        /** It is over and can be seen again. */
        REPLAY,
        /** It is over. */
        OVER
    }
}
