package org.kanmai.app.identity.follows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.follows.WeakTies.Tie;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Purpose;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
@Tag("TD-15")
class WeakTiesTests {
    private final WeakTies ties;
    private final Cast cast;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final int port;

    WeakTiesTests(WeakTies ties, Cast cast, Ids ids, JdbcClient jdbc, @LocalServerPort int port) {
        this.ties = ties;
        this.cast = cast;
        this.ids = ids;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void whomMoreOfThoseFollowWhomOneFollowsComesFirstAndNobodyIsTheSameTwice() {
        var anna = person("anna");
        var bo = person("bo");
        var cy = person("cy");
        var dora = person("dora");
        var emil = person("emil");
        follow(anna, bo, cy);
        follow(bo, dora, emil, cy, anna);
        follow(cy, dora);
        assertThat(ties.of(anna, 9)).containsExactly(new Tie(dora, 2), new Tie(emil, 1));
        assertThat(ties.of(anna, 1)).containsExactly(new Tie(dora, 2));
        assertThat(ties.of(emil, 9)).as("who follows nobody").isEmpty();
    }

    @Test
    void whoIsBlockedEitherWayIsNeverThere() {
        var anna = person("anna");
        var bo = person("bo");
        var dora = person("dora");
        var emil = person("emil");
        follow(anna, bo);
        follow(bo, dora, emil);
        block(anna, dora);
        block(emil, anna);
        assertThat(ties.of(anna, 9)).isEmpty();
    }

    @Test
    @Tag("TD-58")
    void whoHasFollowersInCommonWithThoseWhomOneFollowsIsAlike() {
        var anna = person("anna");
        var bo = person("bo");
        var like = person("like");
        var once = person("once");
        follow(anna, bo);
        for (var fan : List.of(person("fan"), person("fan"))) {
            follow(fan, bo, like);
        }
        follow(person("fan"), bo, once);
        assertThat(ties.alike(anna, 9)).containsExactly(new Tie(like, 2));
    }

    /** The largest circle there may be, of people who have large circles too: what is counted stays bounded. */
    @Test
    void theLargestCircleIsAnsweredFromTheLatestOfIt() {
        var anna = person("anna");
        var star = person("star");
        var crowd = crowd(People.LARGEST_CIRCLE);
        followAll(LongStream.of(anna.value()).boxed().toList(), crowd);
        followAll(crowd.subList(crowd.size() - 150, crowd.size()), List.of(star.value()));
        followAll(crowd.subList(crowd.size() - 20, crowd.size()), crowd.subList(0, 2_000));
        assertThat(ties.of(anna, 50))
                .as("the star is not among the latest hundred of twenty of them")
                .containsExactly(new Tie(star, 130));
        assertThat(plan(anna)).contains("follow_circle").doesNotContain("Seq Scan on follow");
    }

    private String plan(PersonId viewer) {
        return String.join(
                "\n",
                jdbc.sql("""
                        explain select theirs.followed from (
                            select followed as person from identity.follow
                             where follower = :viewer order by id desc limit 200) as mine
                        cross join lateral (
                            select followed from identity.follow
                             where follower = mine.person order by id desc limit 100) as theirs
                        """)
                        .param("viewer", viewer.value())
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private PersonId person(String name) {
        var handle = Cast.handle(name);
        Browser.of(port, handle);
        return cast.id(handle);
    }

    private List<Long> crowd(int size) {
        var crowd = LongStream.range(0, size).map(each -> ids.next()).boxed().toList();
        jdbc.sql("""
                insert into identity.person (id, handle, name, bio)
                select id, 'crowd_' || id, 'crowd', '' from unnest(:ids) as id
                """).param("ids", crowd.toArray(Long[]::new)).update();
        answer(crowd);
        return crowd;
    }

    /** Everybody has answered what may be used, as all do whose accounts are made here. */
    private void answer(List<Long> crowd) {
        jdbc.sql("""
                insert into identity.consent (person, purpose, given, at)
                select one.id, purpose, false, :at
                  from unnest(:ids) as one (id)
                 cross join unnest(:purposes) as purpose
                """)
                .param("ids", crowd.toArray(Long[]::new))
                .param(
                        "purposes",
                        Stream.of(Purpose.values()).map(Purpose::code).toArray(String[]::new))
                .param("at", Timestamp.from(Instant.EPOCH))
                .update();
    }

    private void followAll(List<Long> followers, List<Long> followed) {
        long first = ids.next();
        jdbc.sql("""
                insert into identity.follow (id, follower, followed)
                select :first + row_number() over (order by one.place, other.place), one.id, other.id
                  from unnest(:followers) with ordinality as one (id, place)
                 cross join unnest(:followed) with ordinality as other (id, place)
                 where one.id <> other.id
                """)
                .param("first", first)
                .param("followers", followers.toArray(Long[]::new))
                .param("followed", followed.toArray(Long[]::new))
                .update();
    }

    private void follow(PersonId follower, PersonId... followed) {
        for (var each : followed) {
            jdbc.sql("insert into identity.follow (id, follower, followed) values (:id, :follower, :followed)")
                    .param("id", ids.next())
                    .param("follower", follower.value())
                    .param("followed", each.value())
                    .update();
        }
    }

    private void block(PersonId blocker, PersonId blocked) {
        jdbc.sql("insert into identity.block (id, blocker, blocked) values (:id, :blocker, :blocked)")
                .param("id", ids.next())
                .param("blocker", blocker.value())
                .param("blocked", blocked.value())
                .update();
    }
}
