package org.kanmai.distribution.ladder;

import java.time.LocalDate;
import java.util.List;

/**
 * The bars of a cohort, frozen for a day: what its verdicts refer to.
 *
 * @param bars one for each pool, the first of pool 1
 */
public record CohortSnapshot(Cohort cohort, LocalDate day, int policy, List<PoolBar> bars) {
    public CohortSnapshot {
        bars = List.copyOf(bars);
    }

    /** Returns the bar of a pool. */
    public PoolBar bar(int pool) {
        return bars.get(pool - 1);
    }
}
