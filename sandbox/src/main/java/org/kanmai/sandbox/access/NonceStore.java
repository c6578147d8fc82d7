package org.kanmai.sandbox.access;

import java.sql.SQLException;
import java.time.Instant;
import org.kanmai.sandbox.database.Session;

/** The nonces that were used lately. */
final class NonceStore {
    /** Returns whether the nonce is new, and keeps it. */
    boolean keep(Session session, String nonce, Instant now) throws SQLException {
        return session.update("""
                insert into sandbox.nonce (nonce, seen_at)
                values (?, ?)
                on conflict do nothing
                """, nonce, now) == 1;
    }

    /** Forgets what is older. */
    int forget(Session session, Instant before) throws SQLException {
        return session.update("""
                delete from sandbox.nonce
                      where seen_at < ?
                """, before);
    }
}
