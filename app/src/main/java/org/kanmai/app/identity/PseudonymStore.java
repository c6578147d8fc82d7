package org.kanmai.app.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows that tie pseudonyms to people and browsers. */
@Component
final class PseudonymStore {
    private final JdbcClient jdbc;

    PseudonymStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean belongs(PersonId person, Pseudonym pseudonym, Instant since) {
        return jdbc.sql("""
                select exists (
                    select from identity.pseudonym
                    where pseudonym = :pseudonym and person = :person and (ended_at is null or ended_at > :since))
                """)
                .param("pseudonym", pseudonym.value())
                .param("person", person.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    boolean precedes(Pseudonym previous, Pseudonym pseudonym, Instant since) {
        return jdbc.sql("""
                select exists (
                    select from identity.visitor_change
                    where previous = :previous and pseudonym = :pseudonym and at > :since)
                """)
                .param("previous", previous.value())
                .param("pseudonym", pseudonym.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    Set<Pseudonym> lasting(Collection<Pseudonym> some) {
        return new HashSet<>(jdbc.sql("""
                select pseudonym.pseudonym from identity.pseudonym
                join identity.consent on consent.person = pseudonym.person and consent.purpose = 'behaviour'
                where pseudonym.pseudonym = any(:some) and pseudonym.ended_at is null and consent.given
                """)
                .param("some", some.stream().map(Pseudonym::value).toArray(Long[]::new))
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .list());
    }

    Optional<byte[]> key(Pseudonym pseudonym) {
        return jdbc.sql("select wrapped_key from identity.pseudonym where pseudonym = :pseudonym")
                .param("pseudonym", pseudonym.value())
                .query((row, number) -> row.getBytes("wrapped_key"))
                .optional();
    }
}
