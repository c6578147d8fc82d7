package org.kanmai.app.trade.news;

import java.util.Arrays;
import java.util.List;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from orders which of their steps are still to be told. */
@Repository
class OrderNewsStore {
    private final JdbcClient jdbc;

    OrderNewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Steps of one order, in the order in which they were taken. */
    record Row(OrderId id, PersonId buyer, ShopId shop, List<String> steps) {
        Row {
            steps = List.copyOf(steps);
        }
    }

    /** Takes steps that are to be told; they are told when this transaction commits. */
    List<Row> take(int limit) {
        return jdbc.sql("""
                update trade.orders
                   set untold = '{}'
                 where id in (select id
                                from trade.orders
                               where untold <> '{}'
                               order by id
                               limit :limit
                                 for update skip locked)
                returning id, buyer, shop, old.untold as steps
                """)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        new OrderId(row.getLong("id")),
                        new PersonId(row.getLong("buyer")),
                        new ShopId(row.getLong("shop")),
                        Arrays.asList((String[]) row.getArray("steps").getArray())))
                .list();
    }
}
