package org.kanmai.app.trade.sold;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts units of paid orders. */
@Repository
class SoldStore {
    private final JdbcClient jdbc;

    SoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the units of products in orders from an id on that were paid and not refunded; products without any are left out. */
    Map<ProductId, Long> units(Collection<ProductId> products, long from) {
        var units = new HashMap<ProductId, Long>();
        jdbc.sql("""
                select line.product, sum(line.units) as units
                  from trade.line
                  join trade.orders on orders.id = line.orders
                 where line.product = any(:products)
                   and line.orders >= :from
                   and orders.paid_at is not null
                   and orders.refunded_at is null
                 group by line.product
                """)
                .param("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .param("from", from)
                .query(row -> {
                    units.put(new ProductId(row.getLong("product")), row.getLong("units"));
                });
        return units;
    }
}
