package org.kanmai.app.trade.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was promised and what is known of it, and keeps what was decided. */
@Repository
class PromiseStore {
    private static final String ROWS = """
            select orders.id, orders.hand_over_by, orders.shipped_at, orders.refunded_at, orders.promise,
                   waybill.number is not null as follows, waybill.handed_at
              from trade.orders
              left join trade.parcel on parcel.orders = orders.id
              left join trade.waybill on waybill.carrier = parcel.carrier and waybill.number = parcel.number
            """;

    private final JdbcClient jdbc;

    PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The promise of an order; {@code decided} is absent until the clock has. */
    record Row(OrderId order, Promise promise, Promise.@Nullable State decided) {}

    List<OrderId> due(Instant now, int limit) {
        return jdbc.sql("""
                select id
                  from trade.orders
                 where hand_over_by < :now
                   and promise is null
                 order by hand_over_by
                 limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new OrderId(row.getLong("id")))
                .list();
    }

    /** An order whose time is nearly over. */
    record Due(OrderId id, ShopId shop) {}

    /** Takes orders that wait to be sent and whose time is over soon; each is taken once. */
    List<Due> warn(Instant now, Instant soon, int limit) {
        return jdbc.sql("""
                update trade.orders
                   set warned = true
                 where id in (select id
                                from trade.orders
                               where state = 'paid'
                                 and not warned
                                 and hand_over_by > :now
                                 and hand_over_by <= :soon
                               order by hand_over_by
                               limit :limit
                                 for update skip locked)
                returning id, shop
                """)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(soon))
                .param("limit", limit)
                .query((row, number) -> new Due(new OrderId(row.getLong("id")), new ShopId(row.getLong("shop"))))
                .list();
    }

    Optional<Row> of(OrderId order) {
        return jdbc.sql(ROWS + " where orders.id = :order and orders.hand_over_by is not null")
                .param("order", order.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Keeps a decision; false when there is one. */
    boolean decide(OrderId order, Promise.State state) {
        return jdbc.sql("""
                update trade.orders
                   set promise = :state
                 where id = :order
                   and promise is null
                """)
                        .param("order", order.value())
                        .param("state", state.code())
                        .update()
                == 1;
    }

    private static Row read(ResultSet row) throws SQLException {
        var decided = row.getString("promise");
        return new Row(
                new OrderId(row.getLong("id")),
                new Promise(
                        row.getTimestamp("hand_over_by").toInstant(),
                        instant(row, "shipped_at"),
                        row.getBoolean("follows"),
                        instant(row, "handed_at"),
                        instant(row, "refunded_at")),
                decided == null ? null : Code.parse(Promise.State.class, decided));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
