package org.kanmai.app.aftersales.returns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.PartsBack;
import org.kanmai.app.trade.parcels.ParcelsBack.Back;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ReturnId;
import org.kanmai.facts.ShopId;

/**
 * What a buyer asks of some units of a line.
 *
 * @param worth what was paid for the units
 * @param returned what went back; absent until it did
 * @param backTo where goods are to be sent; absent until the shop said so
 */
record Wish(
        ReturnId id,
        OrderId order,
        int place,
        PersonId buyer,
        ShopId shop,
        Item item,
        int units,
        Kind kind,
        Reason reason,
        Money worth,
        State state,
        Moments moments,
        @Nullable String backTo,
        @Nullable Parcel parcel,
        @Nullable Parcel replacement,
        @Nullable Money returned) {

    /** What was bought. */
    record Item(
            ProductId product,
            String title,
            List<String> options,
            @Nullable String picture) {
        Item {
            options = List.copyOf(options);
        }
    }

    /** Who brings it, under which number. */
    record Parcel(String carrier, String number) {}

    /** When it was asked and moved last, and when silence is an answer. */
    record Moments(Instant asked, Instant moved, @Nullable Instant due) {}

    /** What is asked for. */
    enum Kind implements Code {
        /** Money, and nothing comes back. */
        REFUND,
        /** Money for goods that come back. */
        RETURN,
        /** The same again for goods that come back. */
        EXCHANGE
    }

    /** Why. */
    enum Reason implements Code {
        CHANGED_MIND,
        NOT_ARRIVED,
        DAMAGED,
        WRONG_ITEM,
        NOT_AS_DESCRIBED,
        FAKE;

        boolean shopsFault() {
            return this != CHANGED_MIND;
        }
    }

    /** Where it stands. */
    enum State implements Code {
        ASKED,
        AGREED,
        SENT,
        TAKEN,
        REFUSED,
        DISPUTED,
        REFUNDED,
        REPLACED,
        WITHDRAWN,
        DENIED;

        /** Whether somebody is still to do something. */
        boolean isOpen() {
            return this != REFUNDED && !givesUp();
        }

        /** Whether it ended without money or goods, so that its units can be asked for again. */
        boolean givesUp() {
            return this == WITHDRAWN || this == DENIED || this == REPLACED;
        }
    }

    /** Returns the parcel that brings it back; empty before it is sent. */
    Optional<Back> back() {
        return Optional.ofNullable(parcel).map(this::between);
    }

    /** Returns the parcel that brings what replaces it; empty before it is sent. */
    Optional<Back> replacing() {
        return Optional.ofNullable(replacement).map(this::between);
    }

    private Back between(Parcel each) {
        return new Back(each.carrier(), each.number(), shop, buyer);
    }

    PartsBack.Units toGiveBack() {
        return new PartsBack.Units(order, place, units);
    }
}
