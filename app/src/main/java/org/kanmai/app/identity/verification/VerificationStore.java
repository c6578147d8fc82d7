package org.kanmai.app.identity.verification;

import java.sql.Timestamp;
import java.time.Instant;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of people whose real name was checked, and by whom. */
@Repository
class VerificationStore {
    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the first time when there is one. */
    void add(PersonId person, PersonId operator, Instant at) {
        jdbc.sql("""
                insert into identity.verification (person, verified_by, at)
                     values (:person, :operator, :at)
                on conflict (person) do nothing
                """)
                .param("person", person.value())
                .param("operator", operator.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(PersonId person) {
        jdbc.sql("delete from identity.verification where person = :person")
                .param("person", person.value())
                .update();
    }

    @EventListener
    void erased(PersonErased event) {
        remove(event.person());
    }
}
