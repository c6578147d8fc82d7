package org.kanmai.sandbox.refunds;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.money.Amount;

/** Refunds. */
final class RefundStore {
    /** Returns whether the id was new. */
    boolean add(Session session, Refund refund, String reason, Instant due) throws SQLException {
        return session.update(
                        """
                        insert into sandbox.refund (id, payment, state, minor, currency, reason, due_at)
                        values (?, ?, 'processing', ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """,
                        refund.id(),
                        refund.payment(),
                        refund.amount().minor(),
                        refund.amount().currency(),
                        reason,
                        due)
                == 1;
    }

    Optional<Refund> find(Session session, String id) throws SQLException {
        return session.first("""
                select id, payment, state, minor, currency
                  from sandbox.refund
                 where id = ?
                """, RefundStore::refund, id);
    }

    /** Returns what of a payment is refunded or being refunded, in minor units. */
    long sum(Session session, String payment) throws SQLException {
        return session.first("""
                select coalesce(sum(minor), 0) as total
                  from sandbox.refund
                 where payment = ?
                """, row -> row.getLong("total"), payment).orElse(0L);
    }

    /** Does the first that are due and returns them. */
    List<Done> finish(Session session, Instant now, int limit) throws SQLException {
        return session.list(
                """
                update sandbox.refund
                   set state = 'done', done_at = ?
                  from sandbox.payment
                 where payment.id = refund.payment
                   and refund.id = any (array(select id
                                               from sandbox.refund
                                              where state = 'processing'
                                                and due_at <= ?
                                              order by due_at
                                              limit ?
                                                for update skip locked))
                returning refund.id, refund.payment, refund.state, refund.minor, refund.currency, payment.notify_url
                """, row -> new Done(refund(row), URI.create(row.getString("notify_url"))), now, now, limit);
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
                row.getString("id"),
                row.getString("payment"),
                row.getString("state"),
                new Amount(row.getLong("minor"), row.getString("currency")));
    }
}
