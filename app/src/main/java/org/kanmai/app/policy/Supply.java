package org.kanmai.app.policy;

import java.util.Optional;
import org.kanmai.distribution.planning.SupplyPlan;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Plans what a policy promises a day against what the site carries, where that is known. */
@Component
class Supply {
    private final ObjectProvider<SupplyForecast> forecasts;

    Supply(ObjectProvider<SupplyForecast> forecasts) {
        this.forecasts = forecasts;
    }

    Optional<SupplyPlan> plan(DistributionPolicy policy) {
        return forecasts.stream()
                .findFirst()
                .flatMap(forecast -> forecast.day(policy))
                .map(day -> SupplyPlan.of(policy, day));
    }
}
