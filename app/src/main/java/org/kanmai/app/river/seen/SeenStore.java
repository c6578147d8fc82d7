package org.kanmai.app.river.seen;

import java.util.Optional;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One bitmap of works for each pseudonym. */
@Repository
class SeenStore {
    private final JdbcClient jdbc;

    SeenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(Pseudonym pseudonym) {
        return jdbc.sql("""
                select works
                  from river.seen
                 where pseudonym = :pseudonym
                """)
                .param("pseudonym", pseudonym.value())
                .query((row, number) -> row.getBytes("works"))
                .optional();
    }

    /** Makes sure that there is a row, and locks it; returns its bitmap. */
    byte[] lock(Pseudonym pseudonym, byte[] empty) {
        return jdbc.sql("""
                insert into river.seen (pseudonym, works, updated_at)
                     values (:pseudonym, :empty, now())
                on conflict (pseudonym) do update
                        set updated_at = excluded.updated_at
                  returning works
                """)
                .param("pseudonym", pseudonym.value())
                .param("empty", empty)
                .query((row, number) -> row.getBytes("works"))
                .single();
    }

    void update(Pseudonym pseudonym, byte[] works) {
        jdbc.sql("""
                update river.seen
                   set works = :works
                 where pseudonym = :pseudonym
                """)
                .param("pseudonym", pseudonym.value())
                .param("works", works)
                .update();
    }

    void remove(Pseudonym pseudonym) {
        jdbc.sql("""
                delete from river.seen
                      where pseudonym = :pseudonym
                """).param("pseudonym", pseudonym.value()).update();
    }
}
