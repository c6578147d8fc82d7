package org.kanmai.app.river.seen;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Makes sure that there are rows, and locks them in the order of their keys; returns their bitmaps. */
    Map<Long, byte[]> lock(Collection<Long> pseudonyms, byte[] empty) {
        var works = new HashMap<Long, byte[]>();
        jdbc.sql("""
                insert into river.seen (pseudonym, works, updated_at)
                     select fresh.pseudonym, :empty, now()
                       from unnest(:pseudonyms) as fresh (pseudonym)
                      order by fresh.pseudonym
                on conflict (pseudonym) do update
                        set updated_at = excluded.updated_at
                  returning pseudonym, works
                """)
                .param("pseudonyms", pseudonyms.toArray(Long[]::new))
                .param("empty", empty)
                .query(row -> {
                    works.put(row.getLong("pseudonym"), row.getBytes("works"));
                });
        return works;
    }

    /** Replaces the bitmaps of rows. */
    void update(Map<Long, byte[]> works) {
        jdbc.sql("""
                update river.seen
                   set works = fresh.works
                  from unnest(:pseudonyms, :works) as fresh (pseudonym, works)
                 where seen.pseudonym = fresh.pseudonym
                """)
                .param("pseudonyms", works.keySet().toArray(Long[]::new))
                .param("works", works.values().toArray(byte[][]::new))
                .update();
    }

    void remove(Pseudonym pseudonym) {
        jdbc.sql("""
                delete from river.seen
                      where pseudonym = :pseudonym
                """).param("pseudonym", pseudonym.value()).update();
    }
}
