package org.kanmai.app.trade.shipping;

import java.sql.Timestamp;
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
     */
    record Unsent(
            OrderId id,
            String title,
            int units,
            Instant paidAt,
            @Nullable Instant by) {}

    List<Unsent> of(ShopId shop, Paging paging) {
        return of(shop, paging.before(), paging.rows());
    }

    List<Unsent> of(ShopId shop, long before, int limit) {
        return jdbc.sql("""
                select orders.id, orders.paid_at, orders.hand_over_by,
                       string_agg(line.title, ', ' order by line.place) filter (where line.units > line.returned) as title,
                       sum(line.units - line.returned) as units
                  from (select id, paid_at, hand_over_by
                          from trade.orders
                         where shop = :shop
                           and state = 'paid'
                           and id < :before
                           and (hand_over_by is not null
                                or not exists (select from trade.line where line.orders = orders.id and gathering is not null))
                         order by id desc
                         limit :limit) orders
                  join trade.line on line.orders = orders.id
                 group by orders.id, orders.paid_at, orders.hand_over_by
                 order by orders.id desc
                """)
                .param("shop", shop.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Unsent(
                        new OrderId(row.getLong("id")),
                        text(row.getString("title")),
                        row.getInt("units"),
                        row.getTimestamp("paid_at").toInstant(),
                        instant(row.getTimestamp("hand_over_by"))))
                .list();
    }

    private static String text(@Nullable String title) {
        return title == null ? "" : title;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
