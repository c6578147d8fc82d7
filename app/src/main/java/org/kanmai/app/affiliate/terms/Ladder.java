package org.kanmai.app.affiliate.terms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/**
 * The more one sells, the higher the rate (CR-08): steps by units sold, the first from 0, rates that never fall and are at most
 * 300 thousandths. Without steps nothing is earned.
 */
public record Ladder(List<Step> steps) {
    static final int MOST_STEPS = 5;
    static final int HIGHEST = 300;
    private static final int FARTHEST = 1_000_000;
    private static final int THOUSAND = 1_000;

    /** From so many units sold on, so many thousandths. */
    public record Step(int from, int perMille) {}

    /** Checks what came from outside. */
    public Ladder {
        steps = List.copyOf(steps);
        if (steps.size() > MOST_STEPS) {
            throw Refusal.invalid("steps", "must be at most " + MOST_STEPS);
        }
        for (int index = 0; index < steps.size(); index++) {
            check(steps.get(index), index == 0 ? null : steps.get(index - 1));
        }
    }

    private static void check(Step step, @Nullable Step before) {
        if (step.perMille < 1 || step.perMille > HIGHEST || step.from < 0 || step.from > FARTHEST) {
            throw Refusal.invalid("steps", "must have rates of 1-" + HIGHEST + " thousandths");
        }
        if (before == null ? step.from != 0 : step.from <= before.from || step.perMille < before.perMille) {
            throw Refusal.invalid("steps", "must begin at 0 and go up, with rates that never fall");
        }
    }

    /** Returns whether anything is earned. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Returns the rate of the next unit after so many, in thousandths. */
    public int rate(long sold) {
        int rate = 0;
        for (var step : steps) {
            rate = step.from <= sold ? step.perMille : rate;
        }
        return rate;
    }

    /** Returns the highest rate, in thousandths; 0 without steps. */
    public int highest() {
        return isEmpty() ? 0 : steps.getLast().perMille;
    }

    /**
     * Returns the commission of units that were sold after so many others: each at the rate of its own step; what is paid for all of
     * them is shared out evenly, and each step's commission is cut to whole minor units.
     *
     * @param paid for all units, above nothing
     */
    public Money commission(long sold, int units, Money paid) {
        var counts = new ArrayList<Long>();
        var rates = new ArrayList<Integer>();
        for (int unit = 0; unit < units; unit++) {
            int rate = rate(sold + unit);
            if (!rates.isEmpty() && rates.getLast() == rate) {
                counts.set(counts.size() - 1, counts.getLast() + 1);
            } else {
                counts.add(1L);
                rates.add(rate);
            }
        }
        var parts = paid.split(counts.stream().mapToLong(Long::longValue).toArray());
        var sum = paid.zero();
        for (int index = 0; index < parts.size(); index++) {
            sum = sum.plus(share(parts.get(index), rates.get(index)));
        }
        return sum;
    }

    /** Returns so many thousandths of an amount, cut to whole minor units. */
    public static Money share(Money of, int perMille) {
        return new Money(Math.multiplyExact(of.minor(), (long) perMille) / THOUSAND, of.currency());
    }

    /** Returns whether some unit would earn less by this than by another. */
    boolean isWorseThan(Ladder other) {
        return other.steps.stream().anyMatch(step -> rate(step.from) < step.perMille);
    }
}
