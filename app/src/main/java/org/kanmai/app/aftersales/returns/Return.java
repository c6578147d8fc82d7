package org.kanmai.app.aftersales.returns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.parcels.ParcelsBack.Back;
import org.kanmai.app.trade.parcels.Tracking;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ReturnId;
import org.kanmai.facts.ShopId;

/**
 * A wish as its buyer, its shop and operators see it.
 *
 * @param line place of the line in its order, from 0
 * @param amount what went back, or would
 * @param dueAt when silence is an answer; in a dispute, until when operators should decide
 * @param overdue whether that is over
 * @param buyer the buyer's name; absent for the buyer and once that person is erased
 * @param tracking what is known of the parcel that comes back; absent before it is sent
 * @param replacementTracking what is known of the parcel that replaces it; absent before it is sent
 */
record Return(
        ReturnId id,
        OrderId order,
        int line,
        ShopId shop,
        Wish.Item item,
        int units,
        Wish.Kind kind,
        Wish.Reason reason,
        Wish.State state,
        Money amount,
        Instant askedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable String backTo,
        Wish.@Nullable Parcel parcel,
        Wish.@Nullable Parcel replacement,
        List<Step> steps,
        @Nullable String buyer,
        @Nullable Tracking tracking,
        @Nullable Tracking replacementTracking) {
    Return {
        steps = List.copyOf(steps);
    }

    static Return of(Wish wish, List<Step> steps, Instant now, @Nullable String buyer, Map<Back, Tracking> ways) {
        var due = wish.moments().due();
        var returned = wish.returned();
        return new Return(
                wish.id(),
                wish.order(),
                wish.place(),
                wish.shop(),
                wish.item(),
                wish.units(),
                wish.kind(),
                wish.reason(),
                wish.state(),
                returned == null ? wish.worth() : returned,
                wish.moments().asked(),
                due,
                due != null && due.isBefore(now),
                wish.backTo(),
                wish.parcel(),
                wish.replacement(),
                steps,
                buyer,
                wish.back().map(ways::get).orElse(null),
                wish.replacing().map(ways::get).orElse(null));
    }
}
