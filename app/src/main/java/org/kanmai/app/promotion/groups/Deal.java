package org.kanmai.app.promotion.groups;

import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Code;
import org.kanmai.facts.DealId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/**
 * What a shop offers to groups.
 *
 * @param steps its prices by the number of people, both of them rising and falling from step to step; the last one's people fill a group
 * @param minutes how long a group has to come together
 * @param left how many units can still be ordered
 * @param most how many units one person can have
 */
public record Deal(
        DealId id,
        ShopId shop,
        ProductId product,
        SkuId sku,
        List<Step> steps,
        int minutes,
        int units,
        int left,
        int most,
        State state) {
    public Deal {
        steps = List.copyOf(steps);
    }

    /** What a unit costs everybody in a group of so many. */
    public record Step(int people, Money price) {}

    /** Whether groups can be opened; those that are open go on. */
    public enum State implements Code {
        OPEN,
        STOPPED
    }

    /** Returns how many people fill a group. */
    public int size() {
        return steps.getLast().people();
    }

    /** Returns what everybody pays at first. */
    public Money price() {
        return steps.getFirst().price();
    }

    /** Returns whether the price falls further as people come. */
    public boolean falls() {
        return steps.size() > 1;
    }

    /** Returns what a group of so many pays; empty when they are too few. */
    Optional<Money> price(int people) {
        return steps.stream()
                .filter(step -> step.people() <= people)
                .reduce((first, second) -> second)
                .map(Step::price);
    }
}
