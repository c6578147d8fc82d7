package org.kanmai.app.trade.parcels;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sandbox carrier's own book of parcels. */
@Repository
class SandboxBookStore {
    private final JdbcClient jdbc;

    SandboxBookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A parcel that it has had since a time, and how many events of it are told. */
    record Journey(String number, Instant begun, int done) {}

    void begin(String number, Instant now, @Nullable Instant next) {
        jdbc.sql("""
                insert into trade.sandbox_journey (number, begun_at, next_at)
                     values (:number, :now, :next)
                on conflict do nothing
                """)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .param("next", next == null ? null : Timestamp.from(next))
                .update();
    }

    List<Journey> due(Instant now, int limit) {
        return jdbc.sql("""
                select number, begun_at, done
                  from trade.sandbox_journey
                 where next_at <= :now
                 order by next_at
                 limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new Journey(
                        row.getString("number"), row.getTimestamp("begun_at").toInstant(), row.getInt("done")))
                .list();
    }

    /** Takes note that an event is told, if nobody else has. */
    void told(Journey journey, @Nullable Instant next) {
        jdbc.sql("""
                update trade.sandbox_journey
                   set done = done + 1, next_at = :next
                 where number = :number
                   and done = :done
                """)
                .param("number", journey.number())
                .param("done", journey.done())
                .param("next", next == null ? null : Timestamp.from(next))
                .update();
    }
}
