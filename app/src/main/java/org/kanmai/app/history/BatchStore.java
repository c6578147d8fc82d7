package org.kanmai.app.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.facts.PastIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which parts of the past were told, each on a lane of its own. */
@Repository
class BatchStore {
    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part; {@code kept} once all of it is in the database. */
    record Batch(int lane, boolean kept) {}

    Optional<Batch> find(String key) {
        return jdbc.sql("""
                select lane, kept_at is not null as kept
                  from history.batch
                 where key = :key
                """)
                .param("key", key)
                .query((row, number) -> new Batch(row.getInt("lane"), row.getBoolean("kept")))
                .optional();
    }

    /** Gives a part the next lane; false when another took the key or the lane, or none is left. */
    boolean reserve(String key) {
        return jdbc.sql("""
                insert into history.batch (lane, key)
                select next.lane, :key
                  from (select coalesce(max(lane) + 1, 0) as lane
                          from history.batch) next
                 where next.lane < :lanes
                    on conflict do nothing
                """).param("key", key).param("lanes", PastIds.LANES).update() == 1;
    }

    /** Marks a part as kept; false when it was before. */
    boolean keep(int lane, Instant at) {
        return jdbc.sql("""
                update history.batch
                   set kept_at = :at
                 where lane = :lane
                   and kept_at is null
                """).param("at", Timestamp.from(at)).param("lane", lane).update() == 1;
    }
}
