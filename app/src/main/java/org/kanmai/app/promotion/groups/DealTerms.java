package org.kanmai.app.promotion.groups;

import java.util.List;
import java.util.stream.IntStream;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.DealId;
import org.kanmai.facts.Money;
import org.kanmai.facts.SkuId;

/** A deal as a merchant sends it. */
record DealTerms(SkuId sku, List<Deal.Step> steps, int minutes, int units, int most) {
    static final int LARGEST = 10;
    static final int LONGEST = 72 * 60;
    private static final int SHORTEST = 5;
    private static final int MOST_UNITS = 100_000;
    private static final int MOST_EACH = 99;

    /** Returns the deal; refuses with 422 what is out of the rules. */
    Deal deal(DealId id, Offer offer) {
        checkSteps(offer.price());
        refuseUnless(minutes >= SHORTEST && minutes <= LONGEST, "minutes", "must be 5-4320");
        int size = steps.getLast().people();
        refuseUnless(units >= size && units <= MOST_UNITS, "units", "must be enough for a group, at most 100000");
        refuseUnless(most >= 1 && most <= MOST_EACH && most <= units, "most", "must be 1-99, and no more than units");
        return new Deal(id, offer.shop(), offer.product(), sku, steps, minutes, units, units, most, Deal.State.OPEN);
    }

    private void checkSteps(Money alone) {
        refuseUnless(!steps.isEmpty() && steps.size() < LARGEST, "steps", "must be 1-9");
        refuseUnless(
                steps.stream().allMatch(step -> step.price().currency().equals(alone.currency())),
                "steps",
                "must have the currency of the variant");
        refuseUnless(
                steps.getFirst().people() >= 2 && steps.getLast().people() <= LARGEST,
                "steps",
                "must be for 2-10 people");
        refuseUnless(
                steps.getFirst().price().minor() < alone.minor()
                        && steps.getLast().price().minor() >= 1,
                "steps",
                "must be below " + alone);
        refuseUnless(
                IntStream.range(1, steps.size()).allMatch(this::fallsAt), "steps", "must fall as people become more");
        refuseUnless(
                steps.getLast().price().times(2).minor()
                        >= steps.getFirst().price().minor(),
                "steps",
                "must not fall below half of the first");
    }

    private boolean fallsAt(int step) {
        var before = steps.get(step - 1);
        var here = steps.get(step);
        return here.people() > before.people()
                && here.price().minor() < before.price().minor();
    }

    private static void refuseUnless(boolean allowed, String field, String reason) {
        if (!allowed) {
            throw Refusal.invalid(field, reason);
        }
    }
}
