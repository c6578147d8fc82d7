package org.kanmai.app.identity.avatars;

import java.util.Optional;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of pictures: each person's newest only. */
@Component
class AvatarStore {
    private final JdbcClient jdbc;

    AvatarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void keep(PersonId person, long version, byte[] jpeg) {
        int kept = jdbc.sql("update identity.person set avatar = :version where id = :person and not erased")
                .param("version", version)
                .param("person", person.value())
                .update();
        if (kept == 0) {
            return;
        }
        jdbc.sql("""
                insert into identity.avatar (person, version, jpeg) values (:person, :version, :jpeg)
                on conflict (person) do update set version = excluded.version, jpeg = excluded.jpeg
                """)
                .param("person", person.value())
                .param("version", version)
                .param("jpeg", jpeg)
                .update();
    }

    Optional<byte[]> find(PersonId person, long version) {
        return jdbc.sql("select jpeg from identity.avatar where person = :person and version = :version")
                .param("person", person.value())
                .param("version", version)
                .query((row, number) -> row.getBytes("jpeg"))
                .optional();
    }
}
