package org.kanmai.app.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A durable queue of refunds: what is asked stays until the provider says that it is done. */
@Repository
class RefundStore {
    private static final String COLUMNS = "id, payment, subject, part, minor, currency, attempts";

    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Money that goes back for an order, or for a part of it that has a name. */
    record Row(long id, PaymentId payment, long subject, String part, Money amount, int attempts) {}

    /** Asks for a refund; a second one of the same part changes nothing. The database refuses more than was paid. */
    void add(Row row, Instant at) {
        jdbc.sql("""
                insert into payment.refund (id, payment, subject, part, minor, currency, state, asked_at, next_at)
                     values (:id, :payment, :subject, :part, :minor, :currency, 'asked', :at, :at)
                on conflict (payment, subject, part) do nothing
                """)
                .param("id", row.id())
                .param("payment", row.payment().value())
                .param("subject", row.subject())
                .param("part", row.part())
                .param("minor", row.amount().minor())
                .param("currency", row.amount().currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes the refunds whose turn it is and says when it is again: a process that dies leaves them to the next. */
    List<Row> due(Instant now, int limit) {
        return jdbc.sql("""
                update payment.refund
                   set attempts = attempts + 1,
                       next_at = cast(:now as timestamptz) + interval '5 seconds' * (1 << least(attempts, 10))
                 where id in (select id
                                from payment.refund
                               where state = 'asked'
                                 and next_at <= :now
                               order by next_at
                               limit :limit
                                 for update skip locked)
                returning %s
                """.formatted(COLUMNS))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(RefundStore::row)
                .list();
    }

    /** Makes a refund done that is not yet; empty when it is, or there is none of that payment and amount. */
    Optional<Row> done(long id, PaymentId payment, Money amount, Instant at) {
        return jdbc.sql("""
                update payment.refund
                   set state = 'done', done_at = :at, next_at = null
                 where id = :id
                   and payment = :payment
                   and minor = :minor
                   and currency = :currency
                   and state = 'asked'
                returning %s
                """.formatted(COLUMNS))
                .param("id", id)
                .param("payment", payment.value())
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .query(RefundStore::row)
                .optional();
    }

    /** Returns whether there is a refund of a payment over an amount, asked for or done. */
    boolean has(long id, PaymentId payment, Money amount) {
        return jdbc.sql("""
                select exists (select 1
                                 from payment.refund
                                where id = :id
                                  and payment = :payment
                                  and minor = :minor
                                  and currency = :currency)
                """)
                .param("id", id)
                .param("payment", payment.value())
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .query(Boolean.class)
                .single();
    }

    /** Returns whether any money of an order is still on its way back. */
    boolean isAsked(PaymentId payment, long subject) {
        return jdbc.sql("""
                select exists (select 1
                                 from payment.refund
                                where payment = :payment
                                  and subject = :subject
                                  and state = 'asked')
                """)
                .param("payment", payment.value())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                new PaymentId(row.getLong("payment")),
                row.getLong("subject"),
                row.getString("part"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getInt("attempts"));
    }
}
