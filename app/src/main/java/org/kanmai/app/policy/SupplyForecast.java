package org.kanmai.app.policy;

import java.util.Optional;
import org.kanmai.distribution.planning.Demand;
import org.kanmai.distribution.policy.DistributionPolicy;

/** A port to whoever knows what a day of the site is like. */
public interface SupplyForecast {

    /** Returns what a day is expected to be if a policy holds; empty while too little is known. */
    Optional<Demand> day(DistributionPolicy policy);
}
