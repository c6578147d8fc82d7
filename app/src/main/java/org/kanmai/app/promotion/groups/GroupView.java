package org.kanmai.app.promotion.groups;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ProductId;

/**
 * A group as anybody may see it.
 *
 * @param item absent once the variant is not offered any more
 * @param people those who have paid, in the order of their places
 * @param places how many can still be taken
 * @param price what a unit costs everybody: by the last step that is reached, the first one's until then
 * @param mine the viewer's own order in it
 */
record GroupView(
        GroupId id,
        Deal deal,
        @Nullable Item item,
        Group.State state,
        List<Member> people,
        int places,
        Money price,
        Instant endsAt,
        @Nullable OrderId mine) {
    GroupView {
        people = List.copyOf(people);
    }

    /** What the group is for. */
    record Item(
            ProductId product,
            String title,
            List<String> options,
            @Nullable String picture,
            Money alone) {}

    /** Somebody in it, by the name that is shown everywhere; without one once erased. */
    record Member(
            @Nullable String handle,
            @Nullable String name,
            @Nullable String avatar) {}
}
