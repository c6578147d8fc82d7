package org.kanmai.distribution.policy;

import java.time.Duration;

/**
 * When an exposure's outcomes are yes, and when they are final.
 *
 * @param played watched for at least so long
 * @param held watched for at least so long
 * @param completed the first run reached this part of the film
 * @param matures after the exposure; what happens later does not count
 */
public record UnitRule(Duration played, Duration held, double completed, Duration matures) {
    public UnitRule {
        if (!played.isPositive() || !held.isPositive() || !matures.isPositive() || !(completed > 0 && completed <= 1)) {
            throw new IllegalArgumentException("not a rule of units: " + played + held + completed + matures);
        }
    }
}
