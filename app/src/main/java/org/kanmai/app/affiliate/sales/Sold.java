package org.kanmai.app.affiliate.sales;

import java.util.Comparator;
import org.kanmai.app.affiliate.terms.Terms;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Subject;

/** A line of a paid order that a creator has sold. */
record Sold(OrderRow order, int place, OrderLine line, Subject shown, Terms terms, PersonId creator) {

    /** Who sold what: the rows of the tally that are locked, in this order. */
    record Key(ProductId product, PersonId creator) {
        static final Comparator<Key> ORDER = Comparator.comparingLong((Key key) -> key.product.value())
                .thenComparingLong(key -> key.creator.value());
    }

    Key key() {
        return new Key(line.product().id(), creator);
    }

    /** Returns what the line brings its shop: what its buyer pays, and what the site pays for the buyer. */
    Money base() {
        return line.paid().plus(line.siteOff());
    }
}
