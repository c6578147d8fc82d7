package org.kanmai.distribution.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.distribution.ladder.AccountWeight;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.CohortHistory;
import org.kanmai.distribution.ladder.PoolTerms;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;

/**
 * Judges pools that were finished by other rules, from what the works showed then, and says who would have gained and who lost.
 *
 * <p>What nobody saw can't be known: a larger quota is judged by the units that there were, and works that one rule lets into a pool and the
 * other does not are compared by what they are promised, not by what would have come of it.
 */
public final class DryRun {
    private static final double HEAD = 0.1;
    private static final double MIDDLE = 0.5;

    private final DistributionPolicy before;
    private final DistributionPolicy after;

    /** Holds the rules in force against others. */
    public DryRun(DistributionPolicy before, DistributionPolicy after) {
        this.before = before;
        this.after = after;
    }

    /**
     * A finished pool.
     *
     * @param merits how far the account had each
     */
    public record Finished(
            long work,
            long creator,
            Cohort cohort,
            int pool,
            int quota,
            Trade trade,
            LocalDate on,
            Trial trial,
            Map<Merit, Double> merits) {
        public Finished {
            merits = Map.copyOf(merits);
        }
    }

    /** By what works are put together. */
    public enum Dimension {
        ALL,
        /** Of creators by what they were promised: the first tenth, those up to the half, the rest. */
        TIER,
        VERTICAL,
        /** Whether the account was new. */
        AGE
    }

    /** What one rule does for some works: how many units it promises them, and what it decides. */
    public record Outcome(long promised, int promoted, int undecided, int stopped) {
        private Outcome plus(Outcome other) {
            return new Outcome(
                    promised + other.promised,
                    promoted + other.promoted,
                    undecided + other.undecided,
                    stopped + other.stopped);
        }
    }

    /** Some works under both rules. */
    public record Group(Dimension dimension, String name, int pools, Outcome before, Outcome after) {
        private Group plus(Group other) {
            return new Group(dimension, name, pools + other.pools, before.plus(other.before), after.plus(other.after));
        }
    }

    /** Runs both rules over pools that were finished in the days from {@code since} on; earlier ones only make bars. */
    public List<Group> run(List<Finished> finished, LocalDate since) {
        var tiers = tiers(finished);
        var barsBefore = history(before, finished);
        var barsAfter = history(after, finished);
        var groups = new TreeMap<String, Group>();
        for (var each : finished) {
            boolean known =
                    each.pool() <= Math.min(before.pools().size(), after.pools().size());
            if (known && !each.on().isBefore(since)) {
                var was = outcome(before, barsBefore, each, each.quota());
                var would = outcome(after, barsAfter, each, quota(each));
                add(groups, Dimension.ALL, "", was, would);
                add(groups, Dimension.TIER, tiers.getOrDefault(each.creator(), ""), was, would);
                add(groups, Dimension.VERTICAL, each.cohort().vertical(), was, would);
                add(groups, Dimension.AGE, age(each.cohort()), was, would);
            }
        }
        return List.copyOf(groups.values());
    }

    private static void add(Map<String, Group> groups, Dimension dimension, String name, Outcome was, Outcome would) {
        groups.merge(dimension + "/" + name, new Group(dimension, name, 1, was, would), Group::plus);
    }

    private static String age(Cohort cohort) {
        return cohort.age() == Cohort.Age.NEW ? "new" : "settled";
    }

    private static CohortHistory history(DistributionPolicy policy, List<Finished> finished) {
        var history = new CohortHistory(policy);
        finished.stream()
                .filter(each -> each.pool() <= policy.pools().size())
                .forEach(each ->
                        history.add(each.work(), each.cohort(), each.pool(), each.trade(), each.on(), each.trial()));
        return history;
    }

    /** A first pool's quota follows from the merits; what a newcomer was given more stays. */
    private int quota(Finished each) {
        if (each.pool() > 1) {
            return Math.clamp(
                    each.quota(),
                    after.pool(each.pool()).quota().least(),
                    after.pool(each.pool()).quota().most());
        }
        var quota = after.pool(1).quota();
        boolean helped = each.cohort().age() == Cohort.Age.NEW
                && each.quota() == before.newcomers().quota();
        int earned = quota.at(AccountWeight.of(after.account(), each.merits()).value());
        return Math.clamp(Math.max(earned, helped ? after.newcomers().quota() : 0), quota.least(), quota.most());
    }

    private static Outcome outcome(DistributionPolicy policy, CohortHistory bars, Finished each, int quota) {
        var bar = bars.snapshot(each.cohort(), each.on()).bar(each.pool());
        var terms = PoolTerms.of(policy, each.pool(), bar, each.trade());
        var verdict = terms.decide(each.trial(), each.trial().units()).verdict();
        long next = verdict.promotes() && !policy.isLast(each.pool())
                ? policy.quota(each.pool() + 1, terms.low(each.trial()))
                : 0;
        return new Outcome(
                (each.pool() == 1 ? quota : 0) + next,
                verdict.promotes() ? 1 : 0,
                verdict == Verdict.ENTERS_ROUND || verdict == Verdict.UNDECIDED ? 1 : 0,
                verdict.stops() ? 1 : 0);
    }

    private static Map<Long, String> tiers(List<Finished> finished) {
        var promised = new HashMap<Long, Long>();
        finished.forEach(each -> promised.merge(each.creator(), (long) each.quota(), Long::sum));
        var ordered = new ArrayList<>(promised.entrySet());
        ordered.sort(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        var tiers = new HashMap<Long, String>();
        for (int place = 0; place < ordered.size(); place++) {
            double share = (place + 0.5) / ordered.size();
            tiers.put(ordered.get(place).getKey(), share < HEAD ? "head" : share < MIDDLE ? "middle" : "tail");
        }
        return tiers;
    }
}
