package org.kanmai.app.identity.keys;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of wrapped keys. */
@Component
final class DataKeyStore {
    private final JdbcClient jdbc;

    DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int newest(String purpose) {
        return jdbc.sql("select coalesce(max(version), 0) from identity.data_key where purpose = :purpose")
                .param("purpose", purpose)
                .query(Integer.class)
                .single();
    }

    Optional<byte[]> find(String purpose, int version) {
        return jdbc.sql("select wrapped from identity.data_key where purpose = :purpose and version = :version")
                .param("purpose", purpose)
                .param("version", version)
                .query((row, number) -> row.getBytes("wrapped"))
                .optional();
    }

    /** Adds a version unless another process has just made it: both then use that one. */
    void add(String purpose, int version, byte[] wrapped, Instant at) {
        jdbc.sql("""
                insert into identity.data_key (purpose, version, wrapped, made_at)
                values (:purpose, :version, :wrapped, :at)
                on conflict do nothing
                """)
                .param("purpose", purpose)
                .param("version", version)
                .param("wrapped", wrapped)
                .param("at", Timestamp.from(at))
                .update();
    }

    void drop(String purpose, int before) {
        jdbc.sql("delete from identity.data_key where purpose = :purpose and version < :before")
                .param("purpose", purpose)
                .param("before", before)
                .update();
    }
}
