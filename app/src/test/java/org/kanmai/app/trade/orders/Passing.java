package org.kanmai.app.trade.orders;

import java.time.Duration;
import org.kanmai.app.TestClock;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.stereotype.Component;

/** Lets the time pass after which orders move on by themselves. */
@Component
public class Passing {
    private final OrderClocks clocks;
    private final TestClock clock;

    Passing(OrderClocks clocks, TestClock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Ships a paid order, has it received, and lets its return window go by. */
    public void untilReleased(Shop shop, Buyer buyer, OrderId id) {
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + id + "/shipment", """
                {"carrier": "顺丰", "number": "SF1234567"}"""));
        Street.must(200, buyer.browser().post("/api/me/orders/" + id + "/receipt", ""));
        clock.forward(Duration.ofDays(8));
        clocks.goOn();
    }

    /** Has orders move on whose time is over. */
    public void goOn() {
        clocks.goOn();
    }
}
