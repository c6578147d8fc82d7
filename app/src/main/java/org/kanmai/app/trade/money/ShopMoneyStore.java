package org.kanmai.app.trade.money;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over a shop's orders. */
@Repository
class ShopMoneyStore {
    private static final String USUAL = "CNY";

    private final JdbcClient jdbc;

    ShopMoneyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was sold since an instant and not given back. */
    record Sales(Money sold, long orders, long toShip) {}

    Sales sales(ShopId shop, Instant since) {
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
