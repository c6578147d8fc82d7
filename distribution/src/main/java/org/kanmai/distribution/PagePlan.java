package org.kanmai.distribution;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.distribution.policy.PageRule;
import org.kanmai.facts.SlotKind;

/**
 * How each position of a page is filled.
 *
 * @param slots one kind for each position, repeated for longer pages
 */
public record PagePlan(List<SlotKind> slots) {

    public PagePlan {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("a page has at least one position");
        }
    }

    /**
     * Returns the plan of a policy: the reserved positions as far apart as can be, the first ones last; of the others the second is
     * drawn at random over all scores, the rest go by rank.
     */
    public static PagePlan of(PageRule rule) {
        var slots = new ArrayList<SlotKind>();
        int others = 0;
        for (int position = 0; position < rule.positions(); position++) {
            boolean reserved = number(rule, position + 1) > number(rule, position);
            others += reserved ? 0 : 1;
            slots.add(reserved ? SlotKind.RESERVED : others == 2 ? SlotKind.RANDOMISED : SlotKind.RANKED);
        }
        return new PagePlan(slots);
    }

    private static int number(PageRule rule, int position) {
        return position * rule.reserved() / rule.positions();
    }

    /** Returns the kind of a zero-based position. */
    public SlotKind at(int position) {
        return slots.get(position % slots.size());
    }

    /** Returns how many of the first positions are reserved. */
    public int reserved(int positions) {
        int sum = 0;
        for (int position = 0; position < positions; position++) {
            sum += at(position) == SlotKind.RESERVED ? 1 : 0;
        }
        return sum;
    }
}
