package org.kanmai.sandbox.payments;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.money.Amount;

/** Payments. Each change names the state that it leaves, so that of two at once one changes no row. */
public final class PaymentStore {
    private static final String COLUMNS = """
            id, reference, token, state, minor, currency, subject, notify_url, return_url, expires_at, paid_at
            """;

    /** Returns whether the id was new. */
    boolean add(Session session, Payment payment, Instant now) throws SQLException {
        return session.update(
                        """
                        insert into sandbox.payment (id, reference, token, state, minor, currency, subject,
                                                     notify_url, return_url, expires_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """,
                        payment.id(),
                        payment.reference(),
                        payment.token(),
                        payment.state().code(),
                        payment.amount().minor(),
                        payment.amount().currency(),
                        payment.subject(),
                        payment.notifyUrl().toString(),
                        payment.returnUrl().toString(),
                        payment.expiresAt(),
                        now)
                == 1;
    }

    Optional<Payment> find(Session session, String id) throws SQLException {
        return session.first("select " + COLUMNS + " from sandbox.payment where id = ?", PaymentStore::payment, id);
    }

    Optional<Payment> ofToken(Session session, String token) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from sandbox.payment where token = ?", PaymentStore::payment, token);
    }

    /** Returns the payment, which nobody else changes or refunds until this transaction ends. */
    public Optional<Payment> hold(Session session, String id) throws SQLException {
        return session.first(
                "select " + COLUMNS + " from sandbox.payment where id = ? for update", PaymentStore::payment, id);
    }

    /** Returns the payment as it is after being paid; empty when it is not open, or ran out. */
    Optional<Payment> pay(Session session, String token, Instant now) throws SQLException {
        return session.first("""
                update sandbox.payment
                   set state = 'paid', paid_at = ?
                 where token = ?
                   and state = 'open'
                   and expires_at > ?
                returning
                """ + COLUMNS, PaymentStore::payment, now, token, now);
    }

    /** Returns the payment as it is after being closed; empty when it is not open. */
    Optional<Payment> close(Session session, String id) throws SQLException {
        return session.first("""
                update sandbox.payment
                   set state = 'closed'
                 where id = ?
                   and state = 'open'
                returning
                """ + COLUMNS, PaymentStore::payment, id);
    }

    /** Closes the first that ran out and returns them. */
    List<Payment> closeExpired(Session session, Instant now, int limit) throws SQLException {
        return session.list("""
                update sandbox.payment
                   set state = 'closed'
                 where id = any (array(select id
                                        from sandbox.payment
                                       where state = 'open'
                                         and expires_at <= ?
                                       order by expires_at
                                       limit ?
                                         for update skip locked))
                returning
                """ + COLUMNS, PaymentStore::payment, now, limit);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getString("id"),
                row.getString("reference"),
                row.getString("token"),
                State.of(row.getString("state")),
                new Amount(row.getLong("minor"), row.getString("currency")),
                row.getString("subject"),
                URI.create(row.getString("notify_url")),
                URI.create(row.getString("return_url")),
                Session.instant(row, "expires_at"),
                Session.instantOrNull(row, "paid_at"));
    }
}
