package org.kanmai.app.content;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kanmai.app.content.words.Words;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps words that wait for an operator while a work is shown with those it has. */
@Component
class RevisionStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    RevisionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(WorkId work, Words words) {
        jdbc.sql("""
                insert into content.revision (work, title, description, hashtags, at)
                values (:work, :title, :description, :hashtags, :now)
                    on conflict (work) do update
                   set title = excluded.title, description = excluded.description, hashtags = excluded.hashtags,
                       at = excluded.at
                """)
                .param("work", work.value())
                .param("title", words.title())
                .param("description", words.description())
                .param("hashtags", words.hashtags().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Removes the words that wait and returns them. */
    Optional<Words> take(WorkId work) {
        return jdbc.sql("""
                delete from content.revision
                 where work = :work
                returning title, description, hashtags
                """)
                .param("work", work.value())
                .query((row, number) -> new Words(
                        row.getString("title"),
                        row.getString("description"),
                        WorkStore.texts(row.getArray("hashtags"))))
                .optional();
    }

    Map<WorkId, Words> find(Collection<WorkId> works) {
        return jdbc
                .sql("""
                select work, title, description, hashtags
                  from content.revision
                 where work = any (:works)
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        new WorkId(row.getLong("work")),
                        new Words(
                                row.getString("title"),
                                row.getString("description"),
                                WorkStore.texts(row.getArray("hashtags")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
