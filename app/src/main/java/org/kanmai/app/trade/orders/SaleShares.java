package org.kanmai.app.trade.orders;

import java.util.List;
import java.util.Map;
import org.kanmai.app.ledger.Posting;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;

/** Tells who else earns of a sale; whoever pays commissions implements it. */
public interface SaleShares {

    /**
     * Returns what others than shop and platform earn of orders, and what the platform earns besides its fee, in the transaction
     * that makes them paid; it is taken from what the shops get.
     *
     * @return amounts above zero; an order of which nobody else earns is left out
     */
    Map<OrderId, List<Posting>> of(List<OrderRow> paid);

    /**
     * Takes back what was earned by units of a line that go back, in that transaction.
     *
     * @param place of the line in its order, from 0
     * @return amounts above zero that each gives back, of what {@link #of} gave for the line
     */
    List<Posting> back(OrderId order, int place, int units);

    /**
     * Takes down what was earned by a line whose price falls after it was paid, as if it had been paid at the lower price, in that
     * transaction; nothing of the line has gone back.
     *
     * @param place of the line in its order, from 0
     * @param brings what the line brings its shop from now on
     * @return amounts above zero that each gives back, of what {@link #of} gave for the line
     */
    List<Posting> lower(OrderId order, int place, Money brings);
}
