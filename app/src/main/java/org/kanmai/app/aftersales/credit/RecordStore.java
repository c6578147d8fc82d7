package org.kanmai.app.aftersales.credit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.news.OrderTold;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what shops did from what this module keeps, and keeps how fast they send. */
@Repository
class RecordStore {
    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void paid(OrderTold order, Instant paidAt) {
        jdbc.sql("""
                insert into aftersales.sending (orders, shop, paid_at, shipped_at, received_at)
                     values (:order, :shop, :paid, :shipped, :received)
                on conflict do nothing
                """)
                .param("order", order.order().value())
                .param("shop", order.shop().value())
                .param("paid", Timestamp.from(paidAt))
                .param("shipped", timestamp(order.shippedAt()), Types.TIMESTAMP)
                .param("received", timestamp(order.receivedAt()), Types.TIMESTAMP)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    void shipped(OrderId order, Instant at) {
        jdbc.sql("update aftersales.sending set shipped_at = :at where orders = :order and shipped_at is null")
                .param("order", order.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void received(OrderId order, Instant at) {
        jdbc.sql("update aftersales.sending set received_at = :at where orders = :order and received_at is null")
                .param("order", order.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Forgets an order that was taken back before it was sent: nobody waits for it. */
    void takenBack(OrderId order) {
        jdbc.sql("delete from aftersales.sending where orders = :order and shipped_at is null")
                .param("order", order.value())
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from aftersales.sending where paid_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    /** Returns a shop's record since a time; whether its owner violated anything is known elsewhere. */
    ShopRecord of(ShopId shop, Instant since, Instant now, Duration sendWithin) {
        return jdbc.sql("""
                select sent.received, sent.sent, sent.late, said.reviews, said.stars, back.faults, back.lost
                  from (select count(received_at) as received,
                               count(*) filter (where shipped_at is not null or paid_at < :overdue) as sent,
                               count(*) filter (where coalesce(shipped_at, :now) > paid_at + :within::interval) as late
                          from aftersales.sending
                         where shop = :shop
                           and paid_at >= :since) sent,
                       (select count(*) as reviews, coalesce(sum(stars), 0) as stars
                          from aftersales.review
                         where shop = :shop
                           and shown
                           and at >= :since) said,
                       (select count(distinct orders) as faults,
                               count(*) filter (where exists (select 1
                                                                from aftersales.step
                                                               where step.wish = wish.id
                                                                 and step.state = 'disputed')) as lost
                          from aftersales.wish
                         where shop = :shop
                           and state = 'refunded'
                           and reason <> 'changed-mind'
                           and moved_at >= :since) back
                """)
                .param("shop", shop.value())
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .param("overdue", Timestamp.from(now.minus(sendWithin)))
                .param("within", sendWithin.toSeconds() + " seconds")
                .query((row, number) -> new ShopRecord(
                        row.getInt("received"),
                        row.getInt("sent"),
                        row.getInt("late"),
                        row.getInt("reviews"),
                        row.getInt("stars"),
                        row.getInt("faults"),
                        row.getInt("lost"),
                        false))
                .single();
    }
}
