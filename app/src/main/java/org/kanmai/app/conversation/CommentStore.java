package org.kanmai.app.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps comments and who likes them. */
@Component
class CommentStore {
    private static final String COLUMNS = """
            select id, work, parent, author, text, mentions, at, likes, replies, shown, deleted
              from conversation.comment
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CommentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who looks, and from where on.
     *
     * @param person whose own comments are listed though not shown; -1 for nobody
     * @param blocked whose comments are left out
     */
    record Look(long person, Collection<PersonId> blocked, Spot from, int rows) {}

    void add(CommentRow comment) {
        jdbc.sql("""
                insert into conversation.comment (id, work, parent, author, text, mentions, at, shown)
                values (:id, :work, :parent, :author, :text, :mentions, :at, :shown)
                """)
                .param("id", comment.id().value())
                .param("work", comment.work().value())
                .param(
                        "parent",
                        comment.parent() == null ? null : comment.parent().value())
                .param(
                        "author",
                        comment.author() == null ? null : comment.author().value())
                .param("text", comment.text())
                .param("mentions", values(comment.mentions()))
                .param("at", Timestamp.from(comment.at()))
                .param("shown", comment.shown())
                .update();
    }

    Optional<CommentRow> find(CommentId comment) {
        return find(List.of(comment.value())).stream().findFirst();
    }

    List<CommentRow> find(Collection<Long> comments) {
        return jdbc.sql(COLUMNS + """
                 where id = any (:ids)
                """)
                .param("ids", comments.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** Returns comments on a work, most liked first, then newest; a deleted one only for its replies. */
    List<CommentRow> top(WorkId work, Look look) {
        return jdbc.sql(COLUMNS + """
                 where work = :work
                   and parent is null
                   and (shown or author = :person)
                   and (not deleted or replies > 0)
                   and (author is null or author <> all (:blocked))
                   and (likes, id) < (:likes, :id)
                 order by likes desc, id desc
                 limit :rows
                """)
                .param("work", work.value())
                .param("person", look.person())
                .param("blocked", values(look.blocked()))
                .param("likes", look.from().likes())
                .param("id", look.from().id())
                .param("rows", look.rows())
                .query((row, number) -> read(row))
                .list();
    }

    /** Returns the replies to a comment, oldest first. */
    List<CommentRow> replies(CommentId parent, Look look) {
        return jdbc.sql(COLUMNS + """
                 where parent = :parent
                   and (shown or author = :person)
                   and not deleted
                   and author <> all (:blocked)
                   and id > :id
                 order by id
                 limit :rows
                """)
                .param("parent", parent.value())
                .param("person", look.person())
                .param("blocked", values(look.blocked()))
                .param("id", look.from().id())
                .param("rows", look.rows())
                .query((row, number) -> read(row))
                .list();
    }

    int within(PersonId author, Duration last) {
        return jdbc.sql("""
                select count(*)
                  from conversation.comment
                 where author = :author
                   and at > :since
                """)
                .param("author", author.value())
                .param("since", Timestamp.from(clock.instant().minus(last)))
                .query(Integer.class)
                .single();
    }

    /** Shows or hides a comment; empty when it was so already, or is deleted. */
    Optional<CommentRow> show(CommentId comment, boolean shown) {
        return jdbc.sql("""
                update conversation.comment
                   set shown = :shown
                 where id = :id
                   and shown <> :shown
                   and not deleted
                returning id, work, parent, author, text, mentions, at, likes, replies, shown, deleted
                """)
                .param("shown", shown)
                .param("id", comment.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Takes author and words out of a comment; false when that was done before. */
    boolean delete(CommentId comment) {
        return jdbc.sql("""
                update conversation.comment
                   set deleted = true, author = null, text = '', mentions = '{}'
                 where id = :id
                   and not deleted
                """).param("id", comment.value()).update() == 1;
    }

    void countReplies(CommentId parent, int by) {
        jdbc.sql("""
                update conversation.comment
                   set replies = replies + :by
                 where id = :parent
                """).param("by", by).param("parent", parent.value()).update();
    }

    boolean addLike(CommentId comment, PersonId person) {
        return jdbc.sql("""
                insert into conversation.comment_like (comment, person)
                values (:comment, :person)
                    on conflict do nothing
                """)
                        .param("comment", comment.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    boolean removeLike(CommentId comment, PersonId person) {
        return jdbc.sql("""
                delete from conversation.comment_like
                 where comment = :comment
                   and person = :person
                """)
                        .param("comment", comment.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void countLikes(CommentId comment, int by) {
        jdbc.sql("""
                update conversation.comment
                   set likes = likes + :by
                 where id = :comment
                """).param("by", by).param("comment", comment.value()).update();
    }

    Set<Long> liked(long person, Collection<CommentId> comments) {
        return new HashSet<>(jdbc.sql("""
                select comment
                  from conversation.comment_like
                 where person = :person
                   and comment = any (:comments)
                """)
                .param("person", person)
                .param("comments", comments.stream().map(CommentId::value).toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    List<CommentRow> of(PersonId author) {
        return jdbc.sql(COLUMNS + """
                 where author = :author
                 order by id
                """)
                .param("author", author.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Removes an erased person's likes of comments and corrects the counts. */
    void eraseLikes(PersonId person) {
        jdbc.sql("""
                with gone as (
                         delete from conversation.comment_like
                          where person = :person
                         returning comment)
                update conversation.comment
                   set likes = likes - 1
                  from gone
                 where comment.id = gone.comment
                """).param("person", person.value()).update();
    }

    private static CommentRow read(ResultSet row) throws SQLException {
        var parent = row.getObject("parent", Long.class);
        var author = row.getObject("author", Long.class);
        var mentions = (Long[]) row.getArray("mentions").getArray();
        return new CommentRow(
                new CommentId(row.getLong("id")),
                new WorkId(row.getLong("work")),
                parent == null ? null : new CommentId(parent),
                author == null ? null : new PersonId(author),
                row.getString("text"),
                Arrays.stream(mentions).map(PersonId::new).toList(),
                row.getTimestamp("at").toInstant(),
                row.getLong("likes"),
                row.getLong("replies"),
                row.getBoolean("shown"),
                row.getBoolean("deleted"));
    }

    private static Long[] values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Long[]::new);
    }
}
