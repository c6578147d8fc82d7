package org.kanmai.distribution.ladder;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PoolRule;
import org.kanmai.distribution.policy.Trade;

/** The works that finished a pool lately, from which the bars of a day are made. */
public final class CohortHistory {
    private final DistributionPolicy policy;
    /** By pool, then by work. */
    private final Map<Integer, SortedMap<Long, FinishedTrial>> finished = new HashMap<>();

    /** Begins without any. */
    public CohortHistory(DistributionPolicy policy) {
        this.policy = policy;
    }

    /** Takes a work that finished a pool on a day, once; a trial without units says nothing. */
    public void add(long work, Cohort cohort, int pool, Trade trade, LocalDate on, Trial trial) {
        if (trial.units() > 0) {
            finished.computeIfAbsent(pool, each -> new TreeMap<>())
                    .put(work, FinishedTrial.of(work, cohort, pool, on, trial, policy.score(), trade));
        }
    }

    /** Forgets what is too old to make the bars of that day or a later one. */
    public void forgetBefore(LocalDate day) {
        finished.values()
                .forEach(works -> works.values().removeIf(each -> each.on().isBefore(begin(day))));
    }

    private LocalDate begin(LocalDate day) {
        return day.minusDays(policy.cohort().historyDays());
    }

    /** Returns the bars of a cohort on a day, from the days before it. */
    public CohortSnapshot snapshot(Cohort cohort, LocalDate day) {
        var bars = policy.pools().stream()
                .map(pool -> bar(pool, cohort, day).orElseGet(() -> start(pool)))
                .toList();
        return new CohortSnapshot(cohort, day, policy.version(), bars);
    }

    private static PoolBar start(PoolRule pool) {
        return new PoolBar(pool.startBar(), Map.of(), PoolBar.NO_FACTORS, 0, Cohort.ALL);
    }

    private Optional<PoolBar> bar(PoolRule pool, Cohort cohort, LocalDate day) {
        var lately = finished.getOrDefault(pool.number(), Collections.emptySortedMap()).values().stream()
                .filter(each -> each.on().isBefore(day) && !each.on().isBefore(begin(day)))
                .toList();
        for (var larger : cohort.andLarger()) {
            var works =
                    lately.stream().filter(each -> larger.holds(each.cohort())).toList();
            if (works.size() >= policy.cohort().leastWorks()) {
                return Optional.of(made(pool, larger, works));
            }
        }
        return Optional.empty();
    }

    private PoolBar made(PoolRule pool, Cohort from, List<FinishedTrial> works) {
        double[] factors = factors(works);
        double bar = quantile(
                works.stream().mapToDouble(work -> work.relativeTo(factors)).toArray(), pool.bar());
        var rates = new EnumMap<Outcome, Double>(Outcome.class);
        for (var outcome : Outcome.values()) {
            var own = works.stream().mapToDouble(work -> work.rate(outcome)).toArray();
            rates.put(outcome, quantile(own, pool.bar()));
        }
        return new PoolBar(
                Math.clamp(bar, 0.001, 0.999),
                rates,
                Arrays.stream(factors).boxed().toList(),
                works.size(),
                from);
    }

    /** What was scored in each cell over what the same works' own means let expect, drawn towards 1 by its count. */
    private double[] factors(List<FinishedTrial> works) {
        var scored = new double[Cell.COUNT];
        var expected = new double[Cell.COUNT];
        double score = 0;
        double units = 0;
        for (var work : works) {
            work.addTo(scored, expected);
            score += work.score();
            units += work.units();
        }
        double prior = policy.cohort().cellUnits() * Math.max(score / units, 1e-6);
        var factors = new double[Cell.COUNT];
        for (int cell = 0; cell < Cell.COUNT; cell++) {
            factors[cell] = (scored[cell] + prior) / (expected[cell] + prior);
        }
        return factors;
    }

    /** Returns the least value that at least this share of values do not exceed. */
    private static double quantile(double[] values, double share) {
        Arrays.sort(values);
        int rank = (int) Math.ceil(share * values.length);
        return values[Math.clamp(rank - 1L, 0, values.length - 1)];
    }
}
