package org.kanmai.app.river.seen;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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

    /** Makes sure that there are rows, each needed until a day at least, and locks them in the order of their keys; returns their bitmaps. */
    Map<Long, byte[]> lock(SortedMap<Long, Exposures> exposures, byte[] empty) {
        var works = new HashMap<Long, byte[]>();
        jdbc.sql("""
                insert into river.seen (pseudonym, works, updated_at, until)
                     select fresh.pseudonym, :empty, now(), fresh.until
                       from unnest(:pseudonyms::bigint[], :untils::date[]) as fresh (pseudonym, until)
                      order by fresh.pseudonym
                on conflict (pseudonym) do update
                        set updated_at = excluded.updated_at,
                            until = greatest(seen.until, excluded.until)
                  returning pseudonym, works
                """)
                .param("pseudonyms", exposures.keySet().toArray(Long[]::new))
                .param("empty", empty)
                .param(
                        "untils",
                        exposures.values().stream()
                                .map(each -> each.until().toString())
                                .toArray(String[]::new))
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
