package org.kanmai.app.trade.orders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.OrderRow.Parcel;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Moves orders from state to state: each move names the states that it leaves, so that of two that race one finds nothing. */
@Repository
class OrderMoveStore {
    private final JdbcClient jdbc;

    OrderMoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a placed order paid, to be handed over in time; empty when it isn't placed any more or costs something else. */
    Optional<OrderRow> pay(OrderId id, PaymentId payment, Money amount, boolean test, Instant at, Instant handOverBy) {
        return moved(move("""
                    set state = 'paid', untold = untold || '{paid}', payment = :payment, test = :test, paid_at = :at,
                        hand_over_by = case when exists (select from trade.line where line.orders = orders.id and gathering is not null)
                                       then null else :handOverBy::timestamptz end
                  where id = :id
                    and state = 'placed'
                    and total = :total
                    and currency = :currency""", id, at)
                .param("payment", payment.value())
                .param("handOverBy", Timestamp.from(handOverBy))
                .param("test", test)
                .param("total", amount.minor())
                .param("currency", amount.currency().getCurrencyCode()));
    }

    /** Promises that an order that has waited for its group is handed over in time. */
    void promise(OrderId id, Instant handOverBy) {
        jdbc.sql("""
                update trade.orders
                   set hand_over_by = :by
                 where id = :id
                   and state = 'paid'
                   and hand_over_by is null
                """)
                .param("id", id.value())
                .param("by", Timestamp.from(handOverBy))
                .update();
    }

    /** Closes a placed order. */
    Optional<OrderRow> close(OrderId id, Closing why, Instant at) {
        return moved(move("""
                    set state = 'closed', untold = untold || '{closed}', closing = :why, closed_at = :at, address = null
                  where id = :id
                    and state = 'placed'""", id, at).param("why", why.code()));
    }

    /** Sends a paid order on its way. */
    Optional<OrderRow> ship(OrderId id, Parcel parcel, Instant at) {
        return moved(move("""
                    set state = 'shipped', untold = untold || '{shipped}', carrier = :carrier, parcel = :number, shipped_at = :at
                  where id = :id
                    and state = 'paid'""", id, at).param("carrier", parcel.carrier()).param("number", parcel.number()));
    }

    /** Makes a shipped order received; its address is no longer needed. */
    Optional<OrderRow> receive(OrderId id, Instant at) {
        return moved(move("""
                    set state = 'received', untold = untold || '{received}', received_at = :at, address = null
                  where id = :id
                    and state = 'shipped'""", id, at));
    }

    /** Takes a paid order back, whatever became of it since. */
    Optional<OrderRow> refund(OrderId id, Instant at) {
        return moved(move("""
                    set state = 'refunded', untold = untold || '{refunded}', refund = 'asked', refunded_at = :at, address = null
                  where id = :id
                    and state in ('paid', 'shipped', 'received')""", id, at));
    }

    /** Takes a paid order back that is not on its way yet. */
    Optional<OrderRow> refundUnsent(OrderId id, Instant at) {
        return moved(move("""
                    set state = 'refunded', untold = untold || '{cancelled}', refund = 'asked', refunded_at = :at, address = null
                  where id = :id
                    and state = 'paid'""", id, at));
    }

    /** Remembers that the money of an order has gone back. */
    void refunded(OrderId id) {
        jdbc.sql("""
                update trade.orders
                   set refund = 'done'
                 where id = :id
                   and refund = 'asked'
                """).param("id", id.value()).update();
    }

    /** Marks a received order's money as free; empty when it was before, or went back. */
    Optional<OrderRow> release(OrderId id, Instant at) {
        return moved(move("""
                    set released_at = :at
                  where id = :id
                    and state = 'received'
                    and released_at is null""", id, at));
    }

    private StatementSpec move(String change, OrderId id, Instant at) {
        return jdbc.sql("""
                with placed as (
                         update trade.orders
                         %s
                         returning *)
                select %s
                  from placed
                  join trade.line on line.orders = placed.id
                 order by line.place
                """.formatted(change, OrderRows.COLUMNS))
                .param("id", id.value())
                .param("at", Timestamp.from(at));
    }

    private static Optional<OrderRow> moved(StatementSpec statement) {
        return OrderRows.whole(statement).stream().findFirst();
    }

    /** Returns placed orders whose time is over, the oldest first. */
    List<OrderId> expired(Instant now, int limit) {
        return ids("state = 'placed' and expires_at <= :at order by expires_at", now, limit);
    }

    /** Returns orders that were shipped before an instant. */
    List<OrderId> shippedBefore(Instant at, int limit) {
        return ids("state = 'shipped' and shipped_at <= :at order by shipped_at", at, limit);
    }

    /** Returns received orders whose money is still held and came before an instant. */
    List<OrderId> receivedBefore(Instant at, int limit) {
        return ids("state = 'received' and released_at is null and received_at <= :at order by received_at", at, limit);
    }

    private List<OrderId> ids(String condition, Instant at, int limit) {
        return jdbc.sql("select id from trade.orders where " + condition + " limit :limit")
                .param("at", Timestamp.from(at))
                .param("limit", limit)
                .query((row, number) -> new OrderId(row.getLong(1)))
                .list();
    }

    /** Cuts the ties between a person and the log, forgets where parcels go, and returns the orders still to be ended. */
    List<OrderId> erase(PersonId buyer) {
        jdbc.sql("""
                update trade.line
                   set pseudonym = null, exposure = null, shown_kind = null, shown = null
                 where orders in (select id from trade.orders where buyer = :buyer)
                """).param("buyer", buyer.value()).update();
        jdbc.sql("""
                update trade.orders
                   set address = null
                 where buyer = :buyer
                """).param("buyer", buyer.value()).update();
        return jdbc.sql("""
                select id
                  from trade.orders
                 where buyer = :buyer
                   and state in ('placed', 'paid')
                 order by id
                """)
                .param("buyer", buyer.value())
                .query((row, number) -> new OrderId(row.getLong(1)))
                .list();
    }
}
