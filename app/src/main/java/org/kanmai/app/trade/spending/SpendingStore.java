package org.kanmai.app.trade.spending;

import java.util.List;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up paid orders. */
@Repository
class SpendingStore {
    private final JdbcClient jdbc;

    SpendingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the sums of a buyer's orders from an id on. */
    List<Spent> sums(PersonId buyer, long from) {
        return jdbc.sql("""
                select currency, count(*) as orders, sum(total - returned) as minor
                  from trade.orders
                 where buyer = :buyer
                   and id >= :from
                   and paid_at is not null
                   and refunded_at is null
                 group by currency
                 order by currency
                """)
                .param("buyer", buyer.value())
                .param("from", from)
                .query((row, number) ->
                        new Spent(row.getString("currency"), row.getInt("orders"), row.getLong("minor")))
                .list();
    }
}
