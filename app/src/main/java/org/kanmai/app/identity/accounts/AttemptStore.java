package org.kanmai.app.identity.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of counted attempts. */
@Component
final class AttemptStore {
    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement counts and tells: attempts that come at once can't all be the last one left. */
    Counted take(byte[] key, Instant now, Instant windowStart) {
        return jdbc.sql("""
                insert into identity.attempt as known (key, taken, since) values (:key, 1, :now)
                on conflict (key) do update set
                    taken = case when known.since <= :start then 1 else least(known.taken + 1, 1000000) end,
                    since = case when known.since <= :start then :now else known.since end
                returning taken, since
                """)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("start", Timestamp.from(windowStart))
                .query((row, number) -> new Counted(
                        row.getInt("taken"), row.getTimestamp("since").toInstant()))
                .single();
    }

    void giveBack(byte[] key) {
        jdbc.sql("update identity.attempt set taken = greatest(taken - 1, 0) where key = :key")
                .param("key", key)
                .update();
    }

    void clear(byte[] key) {
        jdbc.sql("delete from identity.attempt where key = :key")
                .param("key", key)
                .update();
    }

    int expire(Instant before, int most) {
        return jdbc.sql("""
                delete from identity.attempt where key in (
                    select key from identity.attempt where since <= :before limit :most)
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    record Counted(int taken, Instant since) {}
}
