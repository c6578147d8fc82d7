package org.kanmai.app.live.rooms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;

/**
 * A room.
 *
 * @param shop whose goods are sold in it; absent when nothing is
 * @param begunAt when its first picture came
 * @param reason why an operator ended it
 */
public record Room(
        RoomId id,
        PersonId host,
        @Nullable ShopId shop,
        String title,
        State state,
        Instant openedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** Where it stands. */
    public enum State implements Code {
        /** It waits for its first picture. */
        OPEN,
        LIVE,
        /** Its host ended it, or no picture came any more. */
        ENDED,
        /** An operator ended it. */
        CUT,
        /** It is announced, and not opened yet. */
        PLANNED;

        /** Whether it is over. */
        public boolean over() {
            return this == ENDED || this == CUT;
        }
    }
}
