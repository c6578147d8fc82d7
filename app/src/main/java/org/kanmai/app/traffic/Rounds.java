package org.kanmai.app.traffic;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kanmai.app.policy.Policies;
import org.kanmai.distribution.ladder.Contender;
import org.kanmai.distribution.ladder.Ladder;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Verdict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ranks, once a day and pool, the works that evidence left undecided on the days before: the best go on, as many as the supply carries. */
@Component
class Rounds {
    private static final int MOST = 10_000;

    private final PoolStore pools;
    private final RoundStore store;
    private final Verdicts verdicts;
    private final Forecast forecast;
    private final Policies policies;
    private final TrafficSettings settings;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Rounds(
            PoolStore pools,
            RoundStore store,
            Verdicts verdicts,
            Forecast forecast,
            Policies policies,
            TrafficSettings settings,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.pools = pools;
        this.store = store;
        this.verdicts = verdicts;
        this.forecast = forecast;
        this.policies = policies;
        this.settings = settings;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    @Transactional
    public void hold() {
        var now = clock.instant();
        var today = now.atZone(settings.zone())
                .toLocalDate()
                .atStartOfDay(settings.zone())
                .toInstant();
        var policy = policies.at(now);
        for (int pool = 1; pool <= policy.pools().size(); pool++) {
            hold(pool, policy, today, now);
        }
    }

    /** Two processes that hold the same round wait for each other, and the second finds nobody left. */
    private void hold(int pool, DistributionPolicy policy, Instant before, Instant now) {
        if (pools.contenders(pool, before, now, 1).isEmpty()) {
            return;
        }
        store.lock();
        var rows = pools.contenders(pool, before, now, MOST);
        if (!rows.isEmpty()) {
            rank(pool, policy, rows, policy.isLast(pool) ? 0 : forecast.places(pool + 1, policy));
        }
    }

    private void rank(int pool, DistributionPolicy policy, List<PoolRow> rows, int places) {
        var byWork = new HashMap<Long, PoolRow>();
        rows.forEach(row -> byWork.put(row.opened().work().value(), row));
        var ranked = Ladder.round(rows.stream().map(Rounds::contender).toList(), places);
        var held = held(pool, policy, places, ranked, byWork);
        store.add(held);
        for (var contender : held.contenders()) {
            pools.rank(contender.opening(), held.id(), contender.verdict());
            if (contender.verdict().promotes()) {
                verdicts.promote(
                        Objects.requireNonNull(byWork.get(contender.work().value())), contender.low());
            }
        }
        events.publishEvent(held);
    }

    private static Contender contender(PoolRow row) {
        return new Contender(row.opened().work().value(), low(row));
    }

    private static double low(PoolRow row) {
        return row.judged() == null ? 0 : row.judged().low();
    }

    private RoundHeld held(
            int pool, DistributionPolicy policy, int places, Map<Long, Verdict> ranked, Map<Long, PoolRow> byWork) {
        var contenders = new ArrayList<RoundHeld.Contender>();
        ranked.forEach((work, verdict) -> {
            var row = Objects.requireNonNull(byWork.get(work));
            contenders.add(new RoundHeld.Contender(row.opened().work(), row.opening(), low(row), verdict));
        });
        return new RoundHeld(ids.next(), clock.instant(), Origin.LIVE, pool, policy.version(), places, contenders);
    }
}
