package org.kanmai.app.conversation.chosen;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of chosen tags, by the pseudonym of who chose them. */
@Repository
class ChosenTagStore {
    private final JdbcClient jdbc;

    ChosenTagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(Pseudonym viewer, Instant now) {
        return jdbc.sql("""
                select tags
                  from conversation.chosen_tags
                 where pseudonym = :viewer
                   and (until is null or until > :now)
                """)
                .param("viewer", viewer.value())
                .param("now", Timestamp.from(now))
                .query(ChosenTagStore::tags)
                .optional()
                .orElse(List.of());
    }

    private static List<String> tags(ResultSet row, int number) throws SQLException {
        Array tags = row.getArray("tags");
        return List.of((String[]) tags.getArray());
    }

    void keep(Pseudonym viewer, List<String> tags, @Nullable Instant until) {
        jdbc.sql("""
                insert into conversation.chosen_tags (pseudonym, tags, until)
                     values (:viewer, :tags, :until)
                on conflict (pseudonym) do update
                        set tags = excluded.tags, until = excluded.until
                """)
                .param("viewer", viewer.value())
                .param("tags", tags.toArray(String[]::new))
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    void remove(Pseudonym viewer) {
        jdbc.sql("delete from conversation.chosen_tags where pseudonym = :viewer")
                .param("viewer", viewer.value())
                .update();
    }

    int expire(Instant now, int most) {
        return jdbc.sql("""
                delete from conversation.chosen_tags
                 where pseudonym in (
                       select pseudonym from conversation.chosen_tags where until <= :now limit :most)
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .update();
    }
}
