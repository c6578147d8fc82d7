package org.kanmai.app.trade.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** Takes steps that are to be told; they are told when this transaction commits. */
    List<OrderTold> take(int limit) {
        return jdbc.sql("""
                update trade.orders
                   set untold = '{}'
                 where id in (select id
                                from trade.orders
                               where untold <> '{}'
                               order by id
                               limit :limit
                                 for update skip locked)
                returning id, buyer, shop, old.untold as steps, paid_at, shipped_at, received_at
                """)
                .param("limit", limit)
                .query((row, number) -> new OrderTold(
                        new OrderId(row.getLong("id")),
                        new PersonId(row.getLong("buyer")),
                        new ShopId(row.getLong("shop")),
                        Arrays.asList((String[]) row.getArray("steps").getArray()),
                        instant(row, "paid_at"),
                        instant(row, "shipped_at"),
                        instant(row, "received_at")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
