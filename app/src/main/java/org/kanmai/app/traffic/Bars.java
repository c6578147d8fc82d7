package org.kanmai.app.traffic;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.CohortHistory;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Trade;
import org.springframework.stereotype.Component;

/** The bars of a day, made from the works that finished pools in the days before; made once a day and policy. */
@Component
class Bars {
    private static final int MOST_TRIALS = 20_000;

    private final PoolListStore pools;
    private final TrafficSettings settings;
    private final Clock clock;
    private @Nullable Made made;

    Bars(PoolListStore pools, TrafficSettings settings, Clock clock) {
        this.pools = pools;
        this.settings = settings;
        this.clock = clock;
    }

    private record Made(LocalDate day, int policy, CohortHistory history) {
        boolean isOf(LocalDate today, DistributionPolicy rules) {
            return day.equals(today) && policy == rules.version();
        }
    }

    /** Returns what a pool asks of a cohort's works today. */
    synchronized PoolBar of(DistributionPolicy policy, Cohort cohort, int pool) {
        var today = day(clock.instant());
        if (made == null || !made.isOf(today, policy)) {
            made = new Made(today, policy.version(), history(policy, today));
        }
        return Objects.requireNonNull(made).history().snapshot(cohort, today).bar(pool);
    }

    private CohortHistory history(DistributionPolicy policy, LocalDate today) {
        var history = new CohortHistory(policy);
        var since = today.minusDays(policy.cohort().historyDays())
                .atStartOfDay(settings.zone())
                .toInstant();
        for (var row : pools.judgedSince(since, MOST_TRIALS)) {
            var judged = Objects.requireNonNull(row.judged());
            var sells = row.opened().rules().sells() ? Trade.SELLS : Trade.SHOWS_NOTHING;
            if (row.opened().pool() <= policy.pools().size()) {
                history.add(
                        row.opened().work().value(),
                        Cohort.parse(row.opened().target().cohort()),
                        row.opened().pool(),
                        sells,
                        day(judged.at()),
                        row.trial().orElseThrow());
            }
        }
        return history;
    }

    private LocalDate day(Instant at) {
        return at.atZone(settings.zone()).toLocalDate();
    }
}
