package org.kanmai.app.identity.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that tie an anonymous pseudonym to the one before it, for a day. */
@Component
final class VisitorStore {
    private final JdbcClient jdbc;

    VisitorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the successor already chosen, else makes the proposed one it. */
    Pseudonym successor(Pseudonym previous, Pseudonym proposed, Instant at) {
        return jdbc.sql("""
                insert into identity.visitor_change as known (previous, pseudonym, at)
                values (:previous, :proposed, :at)
                on conflict (previous) do update set at = known.at
                returning pseudonym
                """)
                .param("previous", previous.value())
                .param("proposed", proposed.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .single();
    }

    int expire(Instant before, int most) {
        return jdbc.sql("""
                delete from identity.visitor_change where previous in (
                    select previous from identity.visitor_change where at <= :before limit :most)
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
