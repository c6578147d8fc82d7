package org.kanmai.app.trade.money;

import java.time.Clock;
import java.time.Duration;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** What a shop has earned, by the ledger, and sold, by its orders, in the currency that it sells most in. */
@Component
class ShopMoney {
    private static final Duration LATELY = Duration.ofDays(30);

    private final Ledger ledger;
    private final ShopMoneyStore store;
    private final Clock clock;

    ShopMoney(Ledger ledger, ShopMoneyStore store, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.clock = clock;
    }

    /**
     * How a shop stands.
     *
     * @param held can still be claimed back
     * @param free can be paid out
     * @param sold for how much in the last 30 days, what went back not counted
     * @param orders how many of these there were
     * @param toShip how many are paid and not sent
     */
    record Standing(Money held, Money free, Money sold, long orders, long toShip) {}

    Standing of(ShopId shop) {
        var sales = store.sales(shop, clock.instant().minus(LATELY));
        var currency = sales.sold().currency();
        return new Standing(
                ledger.balance(Account.held(shop), currency),
                ledger.balance(Account.free(shop), currency),
                sales.sold(),
                sales.orders(),
                sales.toShip());
    }
}
