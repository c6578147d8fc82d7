package org.kanmai.sandbox.notifications;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.money.Amount;

/** The queue of notifications; its rows outlive the process. */
final class NotificationStore {
    void add(Session session, Notification told, URI url, Instant due) throws SQLException {
        session.update(
                """
                insert into sandbox.notification (event, kind, payment, refund, minor, currency, at, url, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                told.event(),
                told.kind(),
                told.payment(),
                told.refund(),
                told.amount().minor(),
                told.amount().currency(),
                told.at(),
                url.toString(),
                due);
    }

    /** Takes the first that are due for one more try, and puts them off until the lease ends. */
    List<Delivery> take(Session session, Instant now, Instant leaseEnd, int limit, int mostTries) throws SQLException {
        return session.list("""
                update sandbox.notification
                   set tries = tries + 1,
                       due_at = ?
                 where position = any (array(select position
                                              from sandbox.notification
                                             where delivered_at is null
                                               and due_at <= ?
                                               and tries < ?
                                             order by due_at, position
                                             limit ?
                                               for update skip locked))
                returning position, event, kind, payment, refund, minor, currency, at, url, tries
                """, NotificationStore::delivery, leaseEnd, now, mostTries, limit);
    }

    /** Notes that the merchant knows, whichever try it was. */
    int acknowledge(Session session, long position, Instant now) throws SQLException {
        return session.update("""
                update sandbox.notification
                   set delivered_at = ?
                 where position = ?
                   and delivered_at is null
                """, now, position);
    }

    /** Says when to try again, unless another try was begun since. */
    int retry(Session session, Delivery failed, Instant due) throws SQLException {
        return session.update("""
                update sandbox.notification
                   set due_at = ?
                 where position = ?
                   and tries = ?
                   and delivered_at is null
                """, due, failed.position(), failed.tries());
    }

    /** Removes what was told, or given up, long ago. */
    int forget(Session session, Instant before, int mostTries) throws SQLException {
        return session.update("""
                delete from sandbox.notification
                      where due_at < ?
                        and (delivered_at is not null or tries >= ?)
                """, before, mostTries);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var told = new Notification(
                row.getObject("event", UUID.class),
                row.getString("kind"),
                row.getString("payment"),
                row.getString("refund"),
                new Amount(row.getLong("minor"), row.getString("currency")),
                Session.instant(row, "at"));
        return new Delivery(row.getLong("position"), row.getInt("tries"), URI.create(row.getString("url")), told);
    }
}
