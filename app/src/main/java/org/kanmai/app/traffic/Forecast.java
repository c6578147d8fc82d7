package org.kanmai.app.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.policy.SupplyForecast;
import org.kanmai.app.traffic.slots.SupplyMeter;
import org.kanmai.distribution.planning.Demand;
import org.kanmai.distribution.planning.SupplyPlan;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.springframework.stereotype.Component;

/** Says what a day will be like from what the last ones were. */
@Component
class Forecast implements SupplyForecast {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int ENOUGH_HOURS = 24;
    private static final int AHEAD_DAYS = 3;

    private final SupplyMeter supply;
    private final PoolListStore pools;
    private final Clock clock;

    Forecast(SupplyMeter supply, PoolListStore pools, Clock clock) {
        this.supply = supply;
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public Optional<Demand> day(DistributionPolicy policy) {
        var since = clock.instant().minus(LATELY);
        var lately = supply.since(since);
        if (lately.hours() < ENOUGH_HOURS) {
            return Optional.empty();
        }
        double works = pools.promised(1, 1, since).works() / lately.days();
        double quota = policy.pool(1).quota().at(0.5);
        double pages = lately.pages() / lately.days();
        return Optional.of(new Demand(works, quota, pages, promoted(policy, since), quotas(policy)));
    }

    /** As many as lately; before anything was promised, what lies above the bar. */
    private List<Double> promoted(DistributionPolicy policy, Instant since) {
        var shares = new ArrayList<Double>();
        for (int pool = 1; pool < policy.pools().size(); pool++) {
            double works = pools.promised(pool, pool, since).works();
            double next = pools.promised(pool + 1, pool + 1, since).works();
            shares.add(works == 0 ? 1 - policy.pool(pool).bar() : Math.min(1, next / works));
        }
        return shares;
    }

    private static List<Double> quotas(DistributionPolicy policy) {
        return policy.pools().stream()
                .skip(1)
                .map(pool -> (double) pool.quota().least())
                .toList();
    }

    /** Returns how many works the next days' reserved positions carry in a pool, beyond first pools and what later ones still owe. */
    int places(int pool, DistributionPolicy policy) {
        var since = clock.instant().minus(LATELY);
        var lately = supply.since(since);
        double first = pools.promised(1, 1, since).units();
        double owed = pools.promised(2, policy.pools().size() + 1, since).missing();
        double free = AHEAD_DAYS * (lately.reserved() - first) / lately.days() - owed;
        return SupplyPlan.places(Math.max(0, free), policy.pool(pool).quota().least());
    }
}
