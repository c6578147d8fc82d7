package org.kanmai.app.river.seen;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    /** Makes sure that there is a row, needed until a day at least, and locks it; returns its bitmap. */
    byte[] lock(Pseudonym pseudonym, byte[] empty, LocalDate until) {
        return jdbc.sql("""
                insert into river.seen (pseudonym, works, updated_at, until)
                     values (:pseudonym, :empty, now(), :until)
                on conflict (pseudonym) do update
                        set updated_at = excluded.updated_at,
                            until = greatest(seen.until, excluded.until)
                  returning works
                """)
                .param("pseudonym", pseudonym.value())
                .param("empty", empty)
                .param("until", until)
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

    /** Returns the pseudonyms of rows whose last day was before a day, the longest over first. */
    List<Pseudonym> over(LocalDate today, int limit) {
        return jdbc.sql("""
                select pseudonym
                  from river.seen
                 where until < :today
                 order by until
                 limit :limit
                """)
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new Pseudonym(row.getLong("pseudonym")))
                .list();
    }

    void extend(Collection<Pseudonym> pseudonyms, LocalDate until) {
        jdbc.sql("""
                update river.seen
                   set until = :until
                 where pseudonym = any(:pseudonyms)
                   and until < :until
                """)
                .param("pseudonyms", values(pseudonyms))
                .param("until", until)
                .update();
    }

    /** Removes those of the rows whose last day is still before a day. */
    int removeOver(Collection<Pseudonym> pseudonyms, LocalDate today) {
        return jdbc.sql("""
                delete from river.seen
                      where pseudonym = any(:pseudonyms)
                        and until < :today
                """)
                .param("pseudonyms", values(pseudonyms))
                .param("today", today)
                .update();
    }

    private static Long[] values(Collection<Pseudonym> pseudonyms) {
        return pseudonyms.stream().map(Pseudonym::value).toArray(Long[]::new);
    }

    void remove(Pseudonym pseudonym) {
        jdbc.sql("""
                delete from river.seen
                      where pseudonym = :pseudonym
                """).param("pseudonym", pseudonym.value()).update();
    }
}
