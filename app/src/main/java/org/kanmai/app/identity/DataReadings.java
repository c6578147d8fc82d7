package org.kanmai.app.identity;

import java.sql.Timestamp;
import java.time.Clock;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts on record that somebody reads a person's grade-3 data in clear; the person can look it up (GV-04, GV-06). */
@Component
public final class DataReadings {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    DataReadings(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes a reading before it happens; it ends with the person whom it is about. */
    public void note(PersonId person, PersonId reader, String field, String reason) {
        jdbc.sql("""
                insert into identity.data_access (id, person, reader, field, reason, at)
                values (:id, :person, :reader, :field, :reason, :at)
                """)
                .param("id", ids.next())
                .param("person", person.value())
                .param("reader", reader.value())
                .param("field", field)
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
