package org.kanmai.sandbox.statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.money.Amount;

/** What was settled: payments when they were paid, refunds when they were done. */
final class StatementStore {
    /** Takes one movement. */
    @FunctionalInterface
    interface Reader {
        void take(Movement movement);
    }

    /** Reads all movements from one instant until before another, in order. */
    void read(Session session, Instant from, Instant until, Reader reader) throws SQLException {
        session.each("""
                select paid_at as time, 'payment' as kind, id as payment, null as refund, minor, currency
                  from sandbox.payment
                 where state = 'paid'
                   and paid_at >= ?
                   and paid_at < ?
                 union all
                select done_at, 'refund', payment, id, minor, currency
                  from sandbox.refund
                 where state = 'done'
                   and done_at >= ?
                   and done_at < ?
                 order by time, kind, payment, refund
                """, row -> reader.take(movement(row)), from, until, from, until);
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                Session.instant(row, "time"),
                row.getString("kind"),
                row.getString("payment"),
                row.getString("refund"),
                new Amount(row.getLong("minor"), row.getString("currency")));
    }
}
