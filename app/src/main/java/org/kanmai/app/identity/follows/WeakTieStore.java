package org.kanmai.app.identity.follows;

import java.util.List;
import org.kanmai.app.identity.follows.WeakTies.Tie;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts ways through the rows of follows; each step takes the latest so many, so that no person's circle is too large to ask. */
@Component
final class WeakTieStore {
    /** Whom the viewer follows, the latest; and nobody who is followed already, blocked, or oneself. */
    private static final String WITH_MINE = """
            with mine as materialized (
                select followed as person from identity.follow
                 where follower = :viewer order by id desc limit :mine)
            """;

    private static final String NOT_TIED = """
            where other <> :viewer
              and not exists (select from identity.follow where follower = :viewer and followed = other)
              and not exists (select from identity.unsuggested where person = :viewer and unsuggested.other = counted.other)
              and not exists (select from identity.block where blocker = :viewer and blocked = other)
              and not exists (select from identity.block where blocker = other and blocked = :viewer)
             order by common desc, other
             limit :limit
            """;

    private final JdbcClient jdbc;

    WeakTieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most 200 × 100 rows are counted, and twice as many as are wanted are looked at. */
    List<Tie> followedByFollowed(PersonId viewer, int limit) {
        return ties(WITH_MINE + """
                , counted as materialized (
                    select theirs.followed as other, count(*) as common
                      from mine cross join lateral (
                           select followed from identity.follow
                            where follower = mine.person order by id desc limit 100) as theirs
                     group by theirs.followed)
                select other, common from counted
                """ + NOT_TIED, viewer, 200, limit);
    }

    /** At most 30 × 30 × 20 rows are counted; of one follower alone nothing is said. */
    List<Tie> alikeInFollowers(PersonId viewer, int limit) {
        return ties(WITH_MINE + """
                , fellows as materialized (
                    select distinct theirs.follower as person
                      from mine cross join lateral (
                           select follower from identity.follow
                            where followed = mine.person order by id desc limit 30) as theirs
                     where theirs.follower <> :viewer)
                , counted as materialized (
                    select theirs.followed as other, count(*) as common
                      from fellows cross join lateral (
                           select followed from identity.follow
                            where follower = fellows.person order by id desc limit 20) as theirs
                     group by theirs.followed
                    having count(*) > 1)
                select other, common from counted
                """ + NOT_TIED, viewer, 30, limit);
    }

    List<Tie> mostFollowed(List<PersonId> among) {
        return jdbc.sql("""
                select followed as other, count(*) as common from identity.follow
                 where followed = any(:among)
                 group by followed
                 order by common desc, other
                """)
                .param("among", among.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, number) -> new Tie(new PersonId(row.getLong("other")), row.getLong("common")))
                .list();
    }

    private List<Tie> ties(String sql, PersonId viewer, int mine, int limit) {
        return jdbc.sql(sql)
                .param("viewer", viewer.value())
                .param("mine", mine)
                .param("limit", limit)
                .query((row, number) -> new Tie(new PersonId(row.getLong("other")), row.getLong("common")))
                .list();
    }
}
