package org.kanmai.app.trade.promises;

import java.time.Clock;
import java.util.List;
import org.kanmai.app.trade.amends.Amends;
import org.kanmai.app.trade.amends.Compensation.Cause;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.PartsBack;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides promises whose time is over, each once; a missed one is made up for in the same transaction (EC-10). */
@Component
class Promises {
    private final PromiseStore store;
    private final PartsBack parts;
    private final OrderBook orders;
    private final Amends amends;
    private final PromiseSettings settings;
    private final Clock clock;

    Promises(
            PromiseStore store,
            PartsBack parts,
            OrderBook orders,
            Amends amends,
            PromiseSettings settings,
            Clock clock) {
        this.store = store;
        this.parts = parts;
        this.orders = orders;
        this.amends = amends;
        this.settings = settings;
        this.clock = clock;
    }

    List<OrderId> due(int limit) {
        return store.due(clock.instant(), limit);
    }

    /** Decides about an order once nobody else moves it; nothing happens while its carrier may yet tell, or when it is decided. */
    @Transactional
    Promise.State decide(OrderId id) {
        parts.hold(id);
        var row = store.of(id).orElseThrow();
        var state = state(row);
        if (row.decided() == null && state != Promise.State.OPEN && store.decide(id, state)) {
            if (state == Promise.State.MISSED) {
                makeUp(orders.find(id).orElseThrow());
            }
        }
        return state;
    }

    Promise.State state(PromiseStore.Row row) {
        return row.decided() == null ? row.promise().at(clock.instant(), settings.grace()) : row.decided();
    }

    private void makeUp(OrderRow order) {
        var goods =
                order.lines().stream().map(OrderLine::paid).reduce(order.goods().zero(), Money::plus);
        amends.pay(new Amends.Claim(order, Cause.LATE, "", settings.amount(goods), settings.rule()));
    }
}
