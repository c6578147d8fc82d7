package org.kanmai.app.traffic;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kanmai.distribution.ladder.RateLine;
import org.kanmai.distribution.ladder.Receipt;
import org.kanmai.facts.Code;
import org.kanmai.facts.NamedNumber;
import org.kanmai.facts.PoolFavour;
import org.kanmai.facts.PoolRules;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;

/**
 * A work's way through pools, as its creator sees it; written from nothing but the facts that made it.
 *
 * @param title of the work
 * @param steps the first first
 * @param next what comes now
 */
record Journey(WorkId work, String title, List<Step> steps, Next next) {

    /** What comes now. */
    enum Next implements Code {
        /** The work is in no pool yet. */
        OPENING,
        /** It is being shown. */
        SHOWING,
        /** All of it was shown; what people do is waited for. */
        MATURING,
        /** The next round ranks it. */
        ROUND,
        /** People decide whether it goes hot. */
        REVIEW,
        /** Its way through pools is over; what it is shown beyond depends on the ranking alone. */
        END,
        /** It may not be shown. */
        WITHDRAWN
    }

    /**
     * A pool.
     *
     * @param opening id of the fact that opened it
     * @param units persons to whom it was shown, of its quota
     * @param shortfall what was missing at the deadline; absent before
     * @param merits what the quota rests on
     * @param favour absent when nothing was multiplied into the quota
     * @param judgement absent before the verdict
     */
    record Step(
            String opening,
            int pool,
            PoolRow.State state,
            int policy,
            String cohort,
            int quota,
            int units,
            Instant openedAt,
            Instant deadline,
            @Nullable Integer shortfall,
            List<NamedNumber> merits,
            @Nullable Favour favour,
            PoolRules rules,
            @Nullable Judgement judgement) {}

    /** By how much a quota was multiplied, and why. */
    record Favour(double factor, String reason) {
        static @Nullable Favour of(PoolFavour favour) {
            return favour.equals(PoolFavour.NONE) ? null : new Favour(favour.factor(), favour.reason());
        }
    }

    /**
     * A verdict and what it rests on.
     *
     * @param score mean of the units' scores
     * @param bar that was asked, and of how many works of which cohort it was made; of none when it is the policy's number
     * @param low lower end of where the work's score lies, in bars
     * @param mark the lower end that would have passed
     * @param needed what the evidence must reach: logarithms, as the two evidences
     * @param round absent when evidence decided
     */
    record Judgement(
            Verdict verdict,
            Instant at,
            double score,
            double bar,
            int barWorks,
            String barFrom,
            double low,
            double high,
            double mark,
            double above,
            double below,
            double needed,
            List<Rate> rates,
            @Nullable Round round) {}

    /**
     * One outcome.
     *
     * @param low lower end of the interval of the rate; {@code high} the upper
     * @param bar the rate of works at the bar; absent while there were too few
     * @param lacking how many more would have had to say yes for the work to pass; absent when it passed, or that would not do
     */
    record Rate(
            String outcome,
            int yes,
            int units,
            double weight,
            double low,
            double high,
            @Nullable Double bar,
            @Nullable Integer lacking) {
        static Rate of(RateLine line) {
            return new Rate(
                    line.outcome().key(),
                    line.yes(),
                    line.units(),
                    line.weight(),
                    line.interval().low(),
                    line.interval().high(),
                    value(line.bar()),
                    value(line.lacking()));
        }

        private static @Nullable Double value(OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }

        private static @Nullable Integer value(OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        }
    }

    /** The round that ranked it. */
    record Round(String id, Instant at, int rank, int contenders, int places) {
        static Round of(RoundHeld held, long opening) {
            int rank = 1;
            for (var contender : held.contenders()) {
                if (contender.opening() == opening) {
                    break;
                }
                rank++;
            }
            return new Round(
                    Long.toString(held.id()), held.at(), rank, held.contenders().size(), held.places());
        }
    }

    static Judgement judgement(Receipt receipt, Instant at, @Nullable Round round) {
        var decision = receipt.decision();
        return new Judgement(
                receipt.verdict(),
                at,
                receipt.meanScore(),
                receipt.bar().score(),
                receipt.bar().works(),
                receipt.bar().from().toString(),
                receipt.interval().low(),
                receipt.interval().high(),
                receipt.mark(),
                decision.above(),
                decision.below(),
                decision.needed(),
                receipt.rates().stream().map(Rate::of).toList(),
                round);
    }
}
