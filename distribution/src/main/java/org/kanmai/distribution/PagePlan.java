package org.kanmai.distribution;

import java.util.List;
import org.kanmai.facts.SlotKind;

/**
 * How each position of a page is filled.
 *
 * @param slots one kind for each position, repeated for longer pages
 */
public record PagePlan(List<SlotKind> slots) {
    /** Six positions: the third is drawn at random over all scores, the fifth is reserved for works that need to be seen. */
    public static final PagePlan FIRST = new PagePlan(List.of(
            SlotKind.RANKED,
            SlotKind.RANKED,
            SlotKind.RANDOMISED,
            SlotKind.RANKED,
            SlotKind.RESERVED,
            SlotKind.RANKED));

    public PagePlan {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("a page has at least one position");
        }
    }

    /** Returns the kind of a zero-based position. */
    public SlotKind at(int position) {
        return slots.get(position % slots.size());
    }
}
