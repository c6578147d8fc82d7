package org.kanmai.app.trade.amends;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what shops offer now, and reads what orders were placed under. */
@Repository
class TermStore {
    private final JdbcClient jdbc;

    TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(ShopId shop, boolean insured, Instant at) {
        jdbc.sql("""
                insert into trade.terms (shop, insured, changed_at)
                     values (:shop, :insured, :at)
                on conflict (shop) do update
                        set insured = excluded.insured, changed_at = excluded.changed_at
                """)
                .param("shop", shop.value())
                .param("insured", insured)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean insured(ShopId shop) {
        return jdbc.sql("select insured from trade.terms where shop = :shop")
                .param("shop", shop.value())
                .query((row, number) -> row.getBoolean("insured"))
                .optional()
                .orElse(false);
    }

    List<Boolean> insured(OrderId order) {
        return jdbc.sql("""
                select insured
                  from trade.line
                 where orders = :order
                 order by place
                """)
                .param("order", order.value())
                .query((row, number) -> row.getBoolean("insured"))
                .list();
    }
}
