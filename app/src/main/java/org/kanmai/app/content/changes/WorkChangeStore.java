package org.kanmai.app.content.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.kanmai.app.content.changes.WorkChanges.Said;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads works by the transactions that changed them or what was understood of them. */
@Repository
class WorkChangeStore {
    private final JdbcClient jdbc;

    WorkChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A work that changed in a transaction. */
    record Change(String changedIn, WorkId work) {}

    /** Returns the number of the oldest transaction that is running. */
    String oldestRunning() {
        return jdbc.sql("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .query((row, number) -> row.getString(1))
                .single();
    }

    List<Change> works(String changedIn, long work, int limit) {
        return jdbc.sql("""
                select cast(changed_in as text) as changed, id as work
                  from content.work
                 where (changed_in, id) > (cast(:changedIn as xid8), :work)
                 order by content.work.changed_in, id
                 limit :limit
                """)
                .param("changedIn", changedIn)
                .param("work", work)
                .param("limit", limit)
                .query(WorkChangeStore::change)
                .list();
    }

    List<Change> understandings(String changedIn, long work, int limit) {
        return jdbc.sql("""
                select cast(changed_in as text) as changed, work
                  from content.understanding
                 where (changed_in, work) > (cast(:changedIn as xid8), :work)
                 order by content.understanding.changed_in, work
                 limit :limit
                """)
                .param("changedIn", changedIn)
                .param("work", work)
                .param("limit", limit)
                .query(WorkChangeStore::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(row.getString("changed"), new WorkId(row.getLong("work")));
    }

    /** Returns what published works say; others are left out. */
    List<Said> published(Collection<WorkId> works) {
        return jdbc.sql("""
                select work.id, work.creator, work.title, work.description, work.hashtags,
                       coalesce((select array_agg(keyword)
                                   from unnest(understanding.keywords) as keyword
                                  where keyword <> all(understanding.removed)), '{}') as keywords
                  from content.work
                  left join content.understanding on understanding.work = work.id
                 where work.id = any(:works)
                   and work.state = 'published'
                   and work.creator is not null
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, number) -> new Said(
                        new WorkId(row.getLong("id")),
                        new PersonId(row.getLong("creator")),
                        row.getString("title"),
                        row.getString("description"),
                        texts(row, "hashtags"),
                        texts(row, "keywords")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
