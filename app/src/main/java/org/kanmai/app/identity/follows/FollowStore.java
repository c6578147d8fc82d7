package org.kanmai.app.identity.follows;

import java.util.List;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of follows and blocks. */
@Component
final class FollowStore {
    private static final String UNBLOCKED = """
            not exists (
                select from identity.block
                where (blocker = :viewer and blocked = other) or (blocker = other and blocked = :viewer))
            """;

    private final JdbcClient jdbc;

    FollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Follows of a pair go on beside each other, and wait for a block of it. */
    void lockForFollow(PersonId one, PersonId other) {
        lock("select id from identity.person where id in (:one, :other) order by id for key share", one, other);
    }

    void lockForBlock(PersonId one, PersonId other) {
        lock("select id from identity.person where id in (:one, :other) order by id for update", one, other);
    }

    boolean blockBetween(PersonId one, PersonId other) {
        return jdbc.sql("""
                select exists (
                    select from identity.block
                    where (blocker = :one and blocked = :other) or (blocker = :other and blocked = :one))
                """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    boolean blocks(PersonId blocker, PersonId blocked) {
        return jdbc.sql("select exists (select from identity.block where blocker = :blocker and blocked = :blocked)")
                .param("blocker", blocker.value())
                .param("blocked", blocked.value())
                .query(Boolean.class)
                .single();
    }

    /** Returns whether the row is new. */
    boolean follow(long id, PersonId follower, PersonId followed) {
        return jdbc.sql("""
                insert into identity.follow (id, follower, followed) values (:id, :follower, :followed)
                on conflict (follower, followed) do nothing
                """)
                        .param("id", id)
                        .param("follower", follower.value())
                        .param("followed", followed.value())
                        .update()
                == 1;
    }

    boolean unfollow(PersonId follower, PersonId followed) {
        return jdbc.sql("delete from identity.follow where follower = :follower and followed = :followed")
                        .param("follower", follower.value())
                        .param("followed", followed.value())
                        .update()
                == 1;
    }

    boolean block(long id, PersonId blocker, PersonId blocked) {
        return jdbc.sql("""
                insert into identity.block (id, blocker, blocked) values (:id, :blocker, :blocked)
                on conflict (blocker, blocked) do nothing
                """)
                        .param("id", id)
                        .param("blocker", blocker.value())
                        .param("blocked", blocked.value())
                        .update()
                == 1;
    }

    boolean unblock(PersonId blocker, PersonId blocked) {
        return jdbc.sql("delete from identity.block where blocker = :blocker and blocked = :blocked")
                        .param("blocker", blocker.value())
                        .param("blocked", blocked.value())
                        .update()
                == 1;
    }

    long following(PersonId person) {
        return count("select count(*) from identity.follow where follower = :person", person);
    }

    long followers(PersonId person) {
        return count("select count(*) from identity.follow where followed = :person", person);
    }

    long blocksOf(PersonId person) {
        return count("select count(*) from identity.block where blocker = :person", person);
    }

    List<Row> followers(PersonId person, long viewer, Paging paging) {
        return rows(
                "select id, follower as other from identity.follow where followed = :person", person, viewer, paging);
    }

    List<Row> following(PersonId person, long viewer, Paging paging) {
        return rows(
                "select id, followed as other from identity.follow where follower = :person", person, viewer, paging);
    }

    List<Row> blocks(PersonId person, Paging paging) {
        return jdbc.sql("""
                select id, blocked as other from identity.block where blocker = :person and id < :before
                order by id desc limit :rows
                """)
                .param("person", person.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(Row::of)
                .list();
    }

    private List<Row> rows(String ties, PersonId person, long viewer, Paging paging) {
        return jdbc.sql("select id, other from (" + ties + " and id < :before) as tie where " + UNBLOCKED
                        + " order by id desc limit :rows")
                .param("person", person.value())
                .param("viewer", viewer)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(Row::of)
                .list();
    }

    private long count(String sql, PersonId person) {
        return jdbc.sql(sql).param("person", person.value()).query(Long.class).single();
    }

    private void lock(String sql, PersonId one, PersonId other) {
        jdbc.sql(sql)
                .param("one", one.value())
                .param("other", other.value())
                .query(Long.class)
                .list();
    }

    record Row(long id, PersonId person) {
        static Row of(java.sql.ResultSet row, int number) throws java.sql.SQLException {
            return new Row(row.getLong("id"), new PersonId(row.getLong("other")));
        }
    }
}
