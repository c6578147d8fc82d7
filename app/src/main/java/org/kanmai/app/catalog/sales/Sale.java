package org.kanmai.app.catalog.sales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

/**
 * A flash sale as anybody may see it.
 *
 * @param price instead of the variant's own
 * @param wasPrice the variant's own
 * @param left how many can be ordered now; 0 once it has ended
 * @param most how many one buyer can have
 * @param room in which alone the price holds; absent for everywhere
 */
public record Sale(
        SaleId id,
        ShopId shop,
        ProductId product,
        SkuId sku,
        Money price,
        Money wasPrice,
        int units,
        int left,
        int most,
        Instant startsAt,
        Instant endsAt,
        State state,
        @Nullable RoomId room) {

    /** Where a sale stands; its two moments move a planned one to running and to over. */
    public enum State implements Code {
        /** Its units lie apart and wait for the start. */
        PLANNED,
        /** Its units are sold, at its price. */
        RUNNING,
        /** Its time is up; what was left is on the shelf again. */
        OVER,
        /** Its merchant ended it before its time. */
        CALLED_OFF
    }

    /** Returns this sale as it stands at an instant, however late the clock comes that ends it. */
    Sale at(Instant now) {
        if (state != State.PLANNED || now.isBefore(startsAt)) {
            return this;
        }
        return now.isBefore(endsAt) ? as(State.RUNNING, left) : as(State.OVER, 0);
    }

    private Sale as(State next, int free) {
        return new Sale(id, shop, product, sku, price, wasPrice, units, free, most, startsAt, endsAt, next, room);
    }
}
