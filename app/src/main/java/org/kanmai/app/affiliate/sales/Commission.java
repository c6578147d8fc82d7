package org.kanmai.app.affiliate.sales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;

/**
 * What was earned by a line of a paid order.
 *
 * @param place of the line in the order, from 0
 * @param shown what led to it: a work or a room of the creator's
 * @param soldBefore how many units of the product the creator had sold before
 * @param base what the line brings its shop
 */
record Commission(
        long id,
        OrderId order,
        int place,
        ShopId shop,
        ProductId product,
        PersonId creator,
        @Nullable PersonId agency,
        Subject shown,
        long terms,
        int units,
        long soldBefore,
        Money base,
        Split split,
        State state,
        Instant earnedAt) {

    /** Returns what of it is for units from one on and before another, so that all of them sum to it. */
    Commission part(int from, int until) {
        var some = new Split(
                between(split.creator(), from, until),
                between(split.agency(), from, until),
                between(split.platform(), from, until));
        return with(some);
    }

    /**
     * Returns what is earned when less was paid for the line in the end: its parts keep their shares of it, to the cent by the
     * largest remainder.
     *
     * @param earned by the lower price, never more than before
     */
    Commission lowered(Money paid, Money earned) {
        return with(paid, split.of(earned));
    }

    /** Returns it with the same base and other parts. */
    Commission with(Split parts) {
        return with(base, parts);
    }

    private Commission with(Money paid, Split parts) {
        return new Commission(
                id,
                order,
                place,
                shop,
                product,
                creator,
                agency,
                shown,
                terms,
                units,
                soldBefore,
                paid,
                parts,
                state,
                earnedAt);
    }

    private Money between(Money whole, int from, int until) {
        return new Money(upTo(whole, until) - upTo(whole, from), whole.currency());
    }

    private long upTo(Money whole, int count) {
        return Math.multiplyExact(whole.minor(), (long) count) / units;
    }

    Sold.Key key() {
        return new Sold.Key(product, creator);
    }

    /** Whose a commission is. */
    enum State implements Code {
        /** The order can still go back. */
        HELD,
        /** It can be paid out. */
        FREE,
        /** The order went back, and the commission with it. */
        REVERSED
    }
}
