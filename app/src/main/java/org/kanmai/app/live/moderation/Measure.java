package org.kanmai.app.live.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Violation;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/**
 * What an operator did about a room.
 *
 * @param appeal what its host says against it; absent while nothing
 * @param answer what another operator made of the appeal; absent until then
 */
record Measure(
        long id,
        RoomId room,
        Step step,
        Violation violation,
        String note,
        PersonId takenBy,
        Instant takenAt,
        @Nullable String appeal,
        @Nullable Answer answer) {

    /** What is done, from mild to grave. */
    enum Step implements Code {
        /** Its host is told. */
        WARN,
        /** Nothing is sold in it any more. */
        MUTE_GOODS,
        /** It ends at once. */
        CUT
    }

    /** What another operator found: the measure stands, or it is lifted. */
    record Answer(PersonId by, Instant at, boolean upheld, String words) {}

    /** Whether it holds. */
    boolean stands() {
        return answer == null || answer.upheld();
    }
}
