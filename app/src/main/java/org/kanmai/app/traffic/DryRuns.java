package org.kanmai.app.traffic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kanmai.app.policy.Policies;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.planning.DryRun;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.NamedNumber;
import org.springframework.stereotype.Component;

/** Tries rules on what happened in the last days, before anybody lives under them (TD-22). */
@Component
class DryRuns {
    private static final int MOST_POOLS = 20_000;

    private final PoolListStore pools;
    private final Policies policies;
    private final TrafficSettings settings;
    private final Clock clock;

    DryRuns(PoolListStore pools, Policies policies, TrafficSettings settings, Clock clock) {
        this.pools = pools;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns who would have gained and who lost under other rules, of the pools that were judged in the last days. */
    List<DryRun.Group> run(DistributionPolicy other, int days) {
        var policy = policies.inForce();
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        int history = Math.max(policy.cohort().historyDays(), other.cohort().historyDays());
        var from = today.minusDays((long) days + history)
                .atStartOfDay(settings.zone())
                .toInstant();
        var finished =
                pools.judgedSince(from, MOST_POOLS).stream().map(this::finished).toList();
        return new DryRun(policy, other).run(finished, today.minusDays(days));
    }

    private DryRun.Finished finished(PoolRow row) {
        var opened = row.opened();
        return new DryRun.Finished(
                opened.work().value(),
                opened.creator().value(),
                Cohort.parse(opened.target().cohort()),
                opened.pool(),
                opened.quota(),
                opened.rules().sells() ? Trade.SELLS : Trade.SHOWS_NOTHING,
                LocalDate.ofInstant(Objects.requireNonNull(row.judged()).at(), settings.zone()),
                row.trial().orElseThrow(),
                merits(opened.merits()));
    }

    private static Map<Merit, Double> merits(List<NamedNumber> numbers) {
        var merits = new EnumMap<Merit, Double>(Merit.class);
        for (var merit : Merit.values()) {
            numbers.stream()
                    .filter(number -> number.name().equals(merit.key()))
                    .findFirst()
                    .ifPresent(number -> merits.put(merit, number.value()));
        }
        return merits;
    }
}
