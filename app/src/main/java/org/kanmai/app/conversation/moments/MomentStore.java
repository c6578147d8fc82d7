package org.kanmai.app.conversation.moments;

import java.util.Collection;
import java.util.List;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** At which moments of films comments were said. */
@Repository
class MomentStore {
    private final JdbcClient jdbc;

    MomentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment, its moment, and who said it. */
    record Row(CommentId comment, int millis, String text, PersonId author) {}

    void add(CommentId comment, WorkId work, int millis) {
        jdbc.sql("""
                insert into conversation.moment (comment, work, millis)
                values (:comment, :work, :millis)
                """)
                .param("comment", comment.value())
                .param("work", work.value())
                .param("millis", millis)
                .update();
    }

    /** Returns what is shown of a film from one moment to another: of each second the most liked, the newest of these, so many at most. */
    List<Row> between(WorkId work, int from, int until, int eachSecond, Collection<PersonId> blocked) {
        return jdbc.sql("""
                select comment, millis, text, author
                  from (select moment.comment, moment.millis, comment.text, comment.author,
                               row_number() over (partition by moment.millis / 1000
                                                  order by comment.likes desc, comment.id desc) as place
                          from conversation.moment
                          join conversation.comment on comment.id = moment.comment
                         where moment.work = :work
                           and moment.millis >= :from
                           and moment.millis < :until
                           and comment.shown
                           and not comment.deleted
                           and comment.author <> all (:blocked)) placed
                 where place <= :each
                 order by millis, comment
                """)
                .param("work", work.value())
                .param("from", from)
                .param("until", until)
                .param("each", eachSecond)
                .param("blocked", blocked.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, number) -> new Row(
                        new CommentId(row.getLong("comment")),
                        row.getInt("millis"),
                        row.getString("text"),
                        new PersonId(row.getLong("author"))))
                .list();
    }
}
