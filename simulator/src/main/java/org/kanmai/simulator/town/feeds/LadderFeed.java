package org.kanmai.simulator.town.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kanmai.distribution.ladder.Cell;
import org.kanmai.distribution.ladder.Contender;
import org.kanmai.distribution.ladder.Ladder;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.planning.SupplyPlan;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;
import org.kanmai.simulator.town.world.Town;

/** The ladder of pools in the reserved positions, and a ranking by score in the others. */
final class LadderFeed implements TriedFeed {
    /** A look costs; so many new units are awaited between two of them. */
    private static final int LOOK_UNITS = 50;

    private static final int ROUND_DAYS = 3;

    private final DistributionPolicy policy;
    private final Town town;
    private final Ladder ladder;
    private final FirstPool first;
    private final Bars bars;
    private final Owed later;
    private final ScoreRanking ranking;
    private final Orders orders;
    private final Reserved reserved;
    private final Map<Integer, Climb> climbs = new TreeMap<>();
    private final Map<Integer, List<Contender>> round = new HashMap<>();
    private final Map<Verdict, Integer> verdicts = new TreeMap<>();
    private int hour;
    private int promisedToday;

    /** A work's way up: what it has shown in its pool. */
    private static final class Climb {
        private int pool = 1;
        private Trial trial = new Trial();
        private int looked;
        private boolean waits;
    }

    LadderFeed(DistributionPolicy policy, Town town, long seed) {
        this.policy = policy;
        this.town = town;
        ladder = new Ladder(policy);
        first = new FirstPool(policy, town);
        bars = new Bars(policy, town);
        later = new Owed(town, Owed.Serve.WHEN_BEHIND);
        ranking = new ScoreRanking(town, policy.ranking());
        orders = new Orders(ranking, town, seed);
        reserved = new Reserved(policy.page());
    }

    @Override
    public void published(int work) {
        ranking.published(work);
        first.published(work);
        if (first.holds(work)) {
            climbs.put(work, new Climb());
            promisedToday += first.quota(work);
        }
    }

    @Override
    public void begins(int now) {
        hour = now;
        if (now % 24 == 0) {
            bars.begins(now / 24);
            closeRounds();
            promisedToday = 0;
        }
        first.begins(now);
        look();
        later.begins(now);
        orders.begins(now);
    }

    @Override
    public int next(int viewer, int position, int[] taken) {
        int work = reserved.isReserved(position) ? owed(viewer, position, taken) : -1;
        return work >= 0 ? work : orders.next(viewer, position, taken);
    }

    /** The first reserved position is the first pool's; the others too while it is behind, else the later pools' that are. */
    private int owed(int viewer, int position, int[] taken) {
        boolean firstPool = reserved.isFirst(position) || first.isBehind();
        int work = firstPool ? first.next(viewer, position, taken) : -1;
        return work >= 0 ? work : later.next(viewer, position, taken, hour);
    }

    @Override
    public void shown(int viewer, int work, int position, int outcomes) {
        int cell = Cell.of(position, town.viewers().stratum(viewer)).index();
        var climb = climbs.get(work);
        ranking.shown(work, cell, outcomes);
        if (climb == null || climb.waits) {
            return;
        }
        climb.trial.add(outcomes, cell);
        if (climb.pool == 1) {
            climb.waits = first.deliver(work);
        } else {
            climb.waits = later.of(work).deliver();
        }
    }

    private void look() {
        for (var entry : List.copyOf(climbs.entrySet())) {
            var climb = entry.getValue();
            int work = entry.getKey();
            boolean late =
                    climb.pool > 1 && !climb.waits && hour >= later.of(work).deadline();
            boolean due = climb.pool > 1 && climb.trial.units() - climb.looked >= LOOK_UNITS;
            boolean inRound = climb.waits && climb.looked < 0;
            if (!inRound && (climb.waits || due || late)) {
                look(work, climb, climb.waits || late);
            }
        }
    }

    private void look(int work, Climb climb, boolean ended) {
        climb.looked = climb.trial.units();
        var bar = bars.of(work, climb.pool);
        int quota = ended ? climb.trial.units() : Integer.MAX_VALUE;
        var verdict = ladder.decide(climb.pool, climb.trial, quota, bar, Trade.SHOWS_NOTHING)
                .verdict();
        if (verdict == Verdict.UNDECIDED) {
            return;
        }
        later.remove(work);
        bars.finished(work, climb.pool, climb.trial);
        if (verdict == Verdict.STOPPED_ON_EVIDENCE) {
            settle(work, verdict, 0);
            return;
        }
        double low = ladder.low(climb.pool, climb.trial, bar, Trade.SHOWS_NOTHING);
        if (verdict == Verdict.ENTERS_ROUND) {
            climb.waits = true;
            climb.looked = -1;
            round.computeIfAbsent(climb.pool, each -> new ArrayList<>()).add(new Contender(work, low));
            return;
        }
        settle(work, verdict, low);
    }

    /** Ranks the undecided of a day in all cohorts together, since their bounds are in bars. */
    private void closeRounds() {
        for (int pool = 1; pool <= policy.pools().size(); pool++) {
            var contenders = round.getOrDefault(pool, List.of());
            var lows = new HashMap<Long, Double>();
            contenders.forEach(contender -> lows.put(contender.work(), contender.low()));
            int places = policy.isLast(pool) ? 0 : places(pool + 1);
            Ladder.round(contenders, places)
                    .forEach((work, verdict) -> settle(work.intValue(), verdict, lows.getOrDefault(work, 0.0)));
        }
        round.clear();
    }

    /** Returns how many more works the next days' reserved positions carry in a pool. */
    private int places(int pool) {
        double carried = 0;
        for (int each = 0; each < 24; each++) {
            carried += policy.page().reserved() * town.pagesInHour(each);
        }
        double free = ROUND_DAYS * (carried - promisedToday) - later.left();
        return SupplyPlan.places(free, policy.pool(pool).quota().least());
    }

    private void settle(int work, Verdict verdict, double low) {
        verdicts.merge(verdict, 1, Integer::sum);
        var climb = climbs.get(work);
        if (climb == null || !verdict.promotes() || policy.isLast(climb.pool)) {
            climbs.remove(work);
            return;
        }
        int quota = Math.min(ladder.nextQuota(climb.pool, low), town.viewers().size());
        climb.pool++;
        climb.trial = new Trial();
        climb.looked = 0;
        climb.waits = false;
        int deadline = hour + (int) policy.pool(climb.pool).deadline().toHours();
        later.add(new Debt(work, quota, hour, deadline));
    }

    @Override
    public Optional<FirstPool> firstPool() {
        return Optional.of(first);
    }

    @Override
    public Map<Verdict, Integer> verdicts() {
        return Map.copyOf(verdicts);
    }
}
