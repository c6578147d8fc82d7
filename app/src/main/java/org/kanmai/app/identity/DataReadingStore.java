package org.kanmai.app.identity;

import java.sql.Timestamp;
import java.time.Instant;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds rows of readings. */
@Component
final class DataReadingStore {
    private final JdbcClient jdbc;

    DataReadingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long id, PersonId person, PersonId reader, String field, String reason, Instant at) {
        jdbc.sql("""
                insert into identity.data_access (id, person, reader, field, reason, at)
                values (:id, :person, :reader, :field, :reason, :at)
                """)
                .param("id", id)
                .param("person", person.value())
                .param("reader", reader.value())
                .param("field", field)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }
}
