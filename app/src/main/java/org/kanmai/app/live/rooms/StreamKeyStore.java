package org.kanmai.app.live.rooms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of hosts. */
@Repository
class StreamKeyStore {
    private final JdbcClient jdbc;

    StreamKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Binary> sealed(PersonId person) {
        return jdbc.sql("""
                select sealed
                  from live.stream_key
                 where person = :person
                """)
                .param("person", person.value())
                .query((row, number) -> Binary.of(row.getBytes("sealed")))
                .optional();
    }

    Optional<PersonId> owner(byte[] hash) {
        return jdbc.sql("""
                select person
                  from live.stream_key
                 where hash = :hash
                """)
                .param("hash", hash)
                .query((row, number) -> new PersonId(row.getLong("person")))
                .optional();
    }

    void put(PersonId person, byte[] hash, byte[] sealed, Instant at) {
        jdbc.sql("""
                insert into live.stream_key (person, hash, sealed, made_at)
                values (:person, :hash, :sealed, :at)
                    on conflict (person) do update
                   set hash = excluded.hash, sealed = excluded.sealed, made_at = excluded.made_at
                """)
                .param("person", person.value())
                .param("hash", hash)
                .param("sealed", sealed)
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(PersonId person) {
        jdbc.sql("""
                delete from live.stream_key
                 where person = :person
                """).param("person", person.value()).update();
    }
}
