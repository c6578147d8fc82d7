package org.kanmai.app.river;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keys of tokens and pages, their secrets sealed. */
@Repository
class KeyStore {
    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One key; {@code secret} is sealed, {@code publicKey} is X.509 and empty for a symmetric key. */
    record Row(int id, String purpose, Binary secret, Binary publicKey, Instant since) {}

    List<Row> all(String purpose) {
        return jdbc.sql("""
                select id, purpose, secret, public_key, since
                  from river.key
                 where purpose = :purpose
                 order by id desc
                """)
                .param("purpose", purpose)
                .query((row, number) -> new Row(
                        row.getInt("id"),
                        row.getString("purpose"),
                        Binary.of(row.getBytes("secret")),
                        publicKey(row),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static Binary publicKey(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("public_key");
        return bytes == null ? Binary.EMPTY : Binary.of(bytes);
    }

    /** Adds the first key of a purpose; does nothing when another process was first. */
    @Transactional
    public void addFirst(String purpose, byte[] secret, byte @Nullable [] publicKey, Instant since) {
        lock();
        jdbc.sql("""
                insert into river.key (purpose, secret, public_key, since)
                     select :purpose, :secret, :public_key, :since
                      where not exists (select 1
                                          from river.key
                                         where purpose = :purpose)
                """)
                .param("purpose", purpose)
                .param("secret", secret)
                .param("public_key", publicKey)
                .param("since", java.sql.Timestamp.from(since))
                .update();
    }

    /** A statement of its own: one that waited sees only what was there when it began. */
    private void lock() {
        jdbc.sql("lock table river.key in share row exclusive mode").update();
    }
}
