package org.kanmai.app.content.shelf;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Candidate;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads which works changed since an earlier reading.
 *
 * <p>It goes by transaction numbers: all that changed before the oldest transaction which was running at the earlier
 * reading was seen then, so nothing is missed however long a transaction takes and whatever the clocks say.
 */
@Component
class ShelfStore {
    static final int PAGE = 5000;

    private final JdbcClient jdbc;

    ShelfStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A work that changed in a transaction; without a candidate when it is not published. */
    record Change(String changedIn, WorkId work, @Nullable Candidate candidate) {}

    /** Returns the number of the oldest transaction that is running. */
    String oldestRunning() {
        return jdbc.sql("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .query(String.class)
                .single();
    }

    List<Change> after(String changedIn, long work) {
        return jdbc.sql("""
                select cast(changed_in as text) as changed, id, creator, state, published_at, duration_millis, tags,
                       fingerprint
                  from content.work
                 where (changed_in, id) > (cast(:changedIn as xid8), :work)
                 order by content.work.changed_in, id
                 limit :page
                """)
                .param("changedIn", changedIn)
                .param("work", work)
                .param("page", PAGE)
                .query((row, number) -> {
                    var id = new WorkId(row.getLong("id"));
                    var creator = row.getObject("creator", Long.class);
                    boolean published = creator != null && "published".equals(row.getString("state"));
                    var candidate = published
                            ? new Candidate(
                                    id,
                                    new PersonId(creator),
                                    row.getTimestamp("published_at").toInstant(),
                                    row.getInt("duration_millis"),
                                    tags(row.getArray("tags")),
                                    row.getLong("fingerprint"))
                            : null;
                    return new Change(row.getString("changed"), id, candidate);
                })
                .list();
    }

    /** Many works bear few tags: each is one string, on however many. */
    private static List<String> tags(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(String::intern).toList();
    }
}
