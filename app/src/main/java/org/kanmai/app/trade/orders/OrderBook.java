package org.kanmai.app.trade.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.promotion.coupons.Newcomers;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where orders begin: one is written down and told of in the same transaction. */
@Component
public class OrderBook implements Newcomers {
    private final OrderStore store;
    private final OrderFacts facts;

    OrderBook(OrderStore store, OrderFacts facts) {
        this.store = store;
        this.facts = facts;
    }

    /** Writes an order down, to be sent from a warehouse to one of its buyer's addresses; false when its key is there already or the address is not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean place(OrderRow order, String key, long address, @Nullable String warehouse) {
        boolean added = store.add(order, key, address, warehouse);
        if (added) {
            facts.placed(order);
        }
        return added;
    }

    /** Returns the orders that a key of a buyer has placed. */
    public List<OrderRow> placed(PersonId buyer, String key) {
        return store.byKey(buyer, key);
    }

    /** Orders that were closed unpaid do not count. */
    @Override
    public boolean newcomer(PersonId person) {
        return !store.hasOrdered(person);
    }

    /** Returns an order, whoever asks. */
    public Optional<OrderRow> find(OrderId id) {
        return store.find(id);
    }

    /** Returns orders, whoever asks; what does not exist is left out. */
    public List<OrderRow> find(Collection<OrderId> ids) {
        return store.find(ids);
    }

    /** Returns orders of a shop, or of all, that were placed from one instant to another, are paid, and are not refunded; the newest first. */
    public List<OrderRow> paid(@Nullable ShopId shop, Instant from, Instant until, int limit) {
        return store.paid(shop, from, until, limit);
    }

    /** Returns a buyer's own among some orders. */
    public List<OrderRow> own(PersonId buyer, Collection<OrderId> ids) {
        return store.find(ids).stream()
                .filter(order -> order.buyer().equals(buyer))
                .toList();
    }
}
