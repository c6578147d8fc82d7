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
    private static final String COLUMNS = "id, payment, subject, minor, currency, attempts";

    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Money that goes back for an order. */
    record Row(long id, PaymentId payment, long subject, Money amount, int attempts) {}

    /** Asks for a refund; a second one of the same order changes nothing. */
    void add(long id, PaymentId payment, long subject, Money amount, Instant at) {
        jdbc.sql("""
                insert into payment.refund (id, payment, subject, minor, currency, state, asked_at, next_at)
                     values (:id, :payment, :subject, :minor, :currency, 'asked', :at, :at)
                on conflict (payment, subject) do nothing
                """)
                .param("id", id)
                .param("payment", payment.value())
                .param("subject", subject)
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
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

    /** Makes a refund done that is not yet; empty when it is, or there is none of that payment. */
    Optional<Row> done(long id, PaymentId payment, Instant at) {
        return jdbc.sql("""
                update payment.refund
                   set state = 'done', done_at = :at, next_at = null
                 where id = :id
                   and payment = :payment
                   and state = 'asked'
                returning %s
                """.formatted(COLUMNS))
                .param("id", id)
                .param("payment", payment.value())
                .param("at", Timestamp.from(at))
                .query(RefundStore::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                new PaymentId(row.getLong("payment")),
                row.getLong("subject"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getInt("attempts"));
    }
}
