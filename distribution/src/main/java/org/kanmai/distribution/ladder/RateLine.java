package org.kanmai.distribution.ladder;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kanmai.distribution.evidence.RateInterval;
import org.kanmai.distribution.policy.Outcome;

/**
 * One outcome on a receipt.
 *
 * @param yes units that said yes
 * @param weight what a yes counts in the score
 * @param bar the cohort's rate at the bar, if there was one
 * @param lacking the least number of units that would have had to say yes too for the work to pass, the others as they were; none
 *     when it passed, when the outcome does not count, or when all of them would not have been enough
 */
public record RateLine(
        Outcome outcome,
        int yes,
        int units,
        double weight,
        RateInterval interval,
        OptionalDouble bar,
        OptionalInt lacking) {}
