package org.kanmai.app.identity;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of the open invitation. */
@Component
final class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean operatorExists() {
        return jdbc.sql("select exists (select from identity.role where role = 'operator')")
                .query(Boolean.class)
                .single();
    }

    void replace(byte[] hash, Instant expiresAt) {
        jdbc.sql("""
                insert into identity.invitation (hash, expires_at) values (:hash, :expires)
                on conflict (single) do update set hash = excluded.hash, expires_at = excluded.expires_at
                """)
                .param("hash", hash)
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /** Two people with the same code: the row lock lets one through. */
    boolean use(byte[] hash, Instant now) {
        return jdbc.sql("""
                delete from identity.invitation where hash = :hash and expires_at > :now
                and not exists (select from identity.role where role = 'operator')
                """)
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
