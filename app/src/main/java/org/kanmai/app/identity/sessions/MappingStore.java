package org.kanmai.app.identity.sessions;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows that tie pseudonyms to people. */
@Component
final class MappingStore {
    private final JdbcClient jdbc;

    MappingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean lock(PersonId person) {
        return jdbc.sql("select id from identity.person where id = :person and not erased for update")
                .param("person", person.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Optional<Pseudonym> current(PersonId person) {
        return jdbc.sql("select pseudonym from identity.pseudonym where person = :person and ended_at is null")
                .param("person", person.value())
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .optional();
    }

    List<Pseudonym> all(PersonId person) {
        return jdbc.sql("select pseudonym from identity.pseudonym where person = :person")
                .param("person", person.value())
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .list();
    }

    Optional<Pseudonym> begun(PersonId person, LocalDate day) {
        return jdbc.sql("""
                select pseudonym from identity.pseudonym
                where person = :person and ended_at is null and day = :day
                """)
                .param("person", person.value())
                .param("day", day)
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .optional();
    }

    void end(PersonId person, Instant at) {
        jdbc.sql("update identity.pseudonym set ended_at = :at where person = :person and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("person", person.value())
                .update();
    }

    void add(PersonId person, Pseudonym pseudonym, byte[] wrappedKey, LocalDate day) {
        jdbc.sql("""
                insert into identity.pseudonym (pseudonym, person, wrapped_key, day)
                values (:pseudonym, :person, :key, :day)
                """)
                .param("pseudonym", pseudonym.value())
                .param("person", person.value())
                .param("key", wrappedKey)
                .param("day", day)
                .update();
    }

    List<Pseudonym> destroy(PersonId person) {
        return jdbc.sql("delete from identity.pseudonym where person = :person returning pseudonym")
                .param("person", person.value())
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .list();
    }

    /** Ends pseudonyms that began before a day, of people who have not consented to keep theirs. */
    int endDays(LocalDate today, Instant at, int most) {
        return jdbc.sql("""
                update identity.pseudonym set ended_at = :at where pseudonym in (
                    select former.pseudonym from identity.pseudonym former
                    left join identity.consent
                        on consent.person = former.person and consent.purpose = 'behaviour' and consent.given
                    where former.ended_at is null and former.day < :today and consent.person is null
                    limit :most)
                and ended_at is null
                """)
                .param("today", today)
                .param("at", Timestamp.from(at))
                .param("most", most)
                .update();
    }

    List<Pseudonym> expire(Instant endedBefore, int most) {
        return jdbc.sql("""
                delete from identity.pseudonym where pseudonym in (
                    select pseudonym from identity.pseudonym where ended_at <= :before limit :most)
                returning pseudonym
                """)
                .param("before", Timestamp.from(endedBefore))
                .param("most", most)
                .query((row, number) -> new Pseudonym(row.getLong(1)))
                .list();
    }
}
