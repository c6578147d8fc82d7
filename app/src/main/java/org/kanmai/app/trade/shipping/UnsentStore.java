package org.kanmai.app.trade.shipping;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists what waits to be sent. */
@Repository
class UnsentStore {
    private final JdbcClient jdbc;

    UnsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order that is paid and not sent.
     *
     * @param units that have not gone back
     * @param by until when it is promised to be handed over; absent for one from before there were promises
     * @param warehouse from where it goes; absent where the shop has none
     */
    record Unsent(
            OrderId id,
            String title,
            int units,
            Instant paidAt,
            @Nullable Instant by,
            @Nullable String warehouse) {}

    /** Returns what waits, the newest first; without a warehouse from all of them. */
    List<Unsent> of(ShopId shop, @Nullable Long warehouse, Paging paging) {
        return of(shop, warehouse, paging.before(), paging.rows());
    }

    List<Unsent> of(ShopId shop, @Nullable Long warehouse, long before, int limit) {
        return jdbc.sql("""
                select orders.id, orders.paid_at, orders.hand_over_by, orders.warehouse,
                       string_agg(line.title, ', ' order by line.place) filter (where line.units > line.returned) as title,
                       sum(line.units - line.returned) as units
                  from (select id, paid_at, hand_over_by, warehouse
                          from trade.orders
                         where shop = :shop
                           and state = 'paid'
                           and id < :before
                           and (:warehouse::bigint is null or warehouse = :warehouse)
                           and (hand_over_by is not null
                                or not exists (select from trade.line where line.orders = orders.id and gathering is not null))
                         order by id desc
                         limit :limit) orders
                  join trade.line on line.orders = orders.id
                 group by orders.id, orders.paid_at, orders.hand_over_by, orders.warehouse
                 order by orders.id desc
                """)
                .param("shop", shop.value())
                .param("warehouse", warehouse, Types.BIGINT)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Unsent(
                        new OrderId(row.getLong("id")),
                        text(row.getString("title")),
                        row.getInt("units"),
                        row.getTimestamp("paid_at").toInstant(),
                        instant(row.getTimestamp("hand_over_by")),
                        row.getString("warehouse")))
                .list();
    }

    private static String text(@Nullable String title) {
        return title == null ? "" : title;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
