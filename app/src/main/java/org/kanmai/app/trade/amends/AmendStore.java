package org.kanmai.app.trade.amends;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.trade.amends.Compensation.Cause;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was given beyond refunds: the key of a row is the reason for it. */
@Repository
class AmendStore {
    private final JdbcClient jdbc;

    AmendStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A compensation and its place in lists. */
    record Row(long id, Compensation compensation) {}

    boolean add(long id, Amends.Claim claim, Instant at) {
        return jdbc.sql("""
                insert into trade.compensation (id, orders, cause, part, shop, buyer, minor, currency, rule, at)
                     values (:id, :order, :cause, :part, :shop, :buyer, :minor, :currency, :rule, :at)
                on conflict (orders, cause, part) do nothing
                """)
                        .param("id", id)
                        .param("order", claim.order().id().value())
                        .param("cause", claim.cause().code())
                        .param("part", claim.part())
                        .param("shop", claim.order().shop().value())
                        .param("buyer", claim.order().buyer().value())
                        .param("minor", claim.amount().minor())
                        .param("currency", claim.amount().currency().getCurrencyCode())
                        .param("rule", claim.rule())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<Compensation> of(OrderId order) {
        return jdbc.sql("""
                select id, orders, cause, minor, currency, rule, at
                  from trade.compensation
                 where orders = :order
                 order by id
                """).param("order", order.value()).query((row, number) -> read(row)).list().stream()
                .map(Row::compensation)
                .toList();
    }

    List<Row> ofShop(ShopId shop, Paging paging) {
        return jdbc.sql("""
                select id, orders, cause, minor, currency, rule, at
                  from trade.compensation
                 where shop = :shop
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("shop", shop.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                new Compensation(
                        new OrderId(row.getLong("orders")),
                        Code.parse(Cause.class, row.getString("cause")),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        row.getString("rule"),
                        row.getTimestamp("at").toInstant()));
    }
}
