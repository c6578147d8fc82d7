package org.kanmai.app.traffic;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.Verdict;

/**
 * A work in a pool, from its opening to its end.
 *
 * @param creator absent once erased
 * @param tendedAt from when on it is given positions; later than its opening when the past is told
 * @param granted positions that nodes were given less those that came back
 * @param units persons, as the judge counts them
 * @param movedAt when units last grew
 * @param asked id of the last fact that asked for a look
 * @param shortfall what was missing at the deadline; absent before
 * @param round id of the round that ranked it
 */
record PoolRow(
        PoolOpened opened,
        @Nullable PersonId creator,
        Instant tendedAt,
        State state,
        int granted,
        int delivered,
        int units,
        Instant movedAt,
        @Nullable Long asked,
        @Nullable Integer shortfall,
        @Nullable Verdict verdict,
        @Nullable PoolJudged judged,
        @Nullable Long round) {

    /** Where it stands. */
    enum State implements Code {
        OPEN,
        /** Undecided; the next round ranks it. */
        ROUND,
        PROMOTED,
        STOPPED,
        /** The work may no longer be shown. */
        WITHDRAWN;

        static State after(Verdict verdict) {
            return verdict.promotes() ? PROMOTED : verdict.stops() ? STOPPED : ROUND;
        }

        static State parse(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    long opening() {
        return opened.id();
    }

    /** Returns what the work has shown; empty before the verdict. */
    Optional<Trial> trial() {
        return Optional.ofNullable(judged).map(PoolRow::trial);
    }

    private static Trial trial(PoolJudged judged) {
        var trial = new Trial();
        judged.kinds().forEach(kind -> trial.add(kind.outcomes(), kind.cell(), kind.count()));
        return trial;
    }
}
