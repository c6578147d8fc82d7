package org.kanmai.app.trade;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a shop has earned, by the ledger, and sold, by its orders, in the currency that it sells most in. */
@Component
class ShopMoney {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final String USUAL = "CNY";

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShopMoney(Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
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
        var sales = sales(shop, clock.instant().minus(LATELY));
        var currency = sales.sold.currency();
        return new Standing(
                ledger.balance(Account.held(shop), currency),
                ledger.balance(Account.free(shop), currency),
                sales.sold,
                sales.orders,
                sales.toShip);
    }

    private record Sales(Money sold, long orders, long toShip) {}

    private Sales sales(ShopId shop, Instant since) {
        return jdbc.sql("""
                select currency, sum(total) as sold, count(*) as orders, count(*) filter (where state = 'paid') as to_ship
                  from trade.orders
                 where shop = :shop
                   and state in ('paid', 'shipped', 'received')
                   and (paid_at >= :since or state = 'paid')
                 group by currency
                 order by orders desc
                 limit 1
                """)
                .param("shop", shop.value())
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Sales(
                        Money.of(row.getLong("sold"), row.getString("currency").strip()),
                        row.getLong("orders"),
                        row.getLong("to_ship")))
                .optional()
                .orElseGet(() -> new Sales(new Money(0, Currency.getInstance(USUAL)), 0, 0));
    }
}
