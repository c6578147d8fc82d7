package org.kanmai.app.trade.turns;

import org.kanmai.facts.SaleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units of flash sales in orders that nobody has paid yet: they may come back. */
@Repository
class HeldStore {
    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int units(SaleId sale) {
        return jdbc.sql("""
                select coalesce(sum(line.units), 0)
                  from trade.line
                  join trade.orders on orders.id = line.orders and orders.state = 'placed'
                 where line.sale = :sale
                """)
                .param("sale", sale.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
