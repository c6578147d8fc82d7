package org.kanmai.simulator.town.feeds;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.CohortHistory;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.simulator.town.world.Town;

/** The cohorts of a town's works and their bars of the day. */
final class Bars {
    /** Seconds of a film of each class of length. */
    private static final double[] SECONDS = {8, 13, 17, 25, 43, 87, 194};

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final DistributionPolicy policy;
    private final Town town;
    private final CohortHistory history;
    private final Map<Integer, Cohort> cohorts = new HashMap<>();
    private final Map<Cohort, java.util.List<PoolBar>> today = new HashMap<>();
    private int day;

    Bars(DistributionPolicy policy, Town town) {
        this.policy = policy;
        this.town = town;
        history = new CohortHistory(policy);
    }

    void begins(int newDay) {
        day = newDay;
        today.clear();
        history.forgetBefore(date());
    }

    private LocalDate date() {
        return FIRST_DAY.plusDays(day);
    }

    PoolBar of(int work, int pool) {
        return today.computeIfAbsent(
                        cohort(work), cohort -> history.snapshot(cohort, date()).bars())
                .get(pool - 1);
    }

    void finished(int work, int pool, Trial trial) {
        history.add(work, cohort(work), pool, Trade.SHOWS_NOTHING, date(), trial);
    }

    Cohort cohort(int work) {
        return cohorts.computeIfAbsent(work, this::cohortOf);
    }

    private Cohort cohortOf(int work) {
        var works = town.works();
        int days = town.creators().days(works.creator(work), Math.floorDiv(works.hour(work), 24));
        return Cohort.of(policy, "scene-" + works.vertical(work), SECONDS[works.length(work)], days);
    }
}
