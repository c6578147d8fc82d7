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
 * @param base what was paid for the line
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
