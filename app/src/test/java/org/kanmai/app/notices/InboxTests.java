package org.kanmai.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@KanmaiTest
class InboxTests {
    private static final WorkId WORK = new WorkId(7);

    private final Premiere premiere;
    private final Postman postman;
    private final NoticeStore store;
    private final Cast cast;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final int port;

    InboxTests(
            Premiere premiere,
            Postman postman,
            NoticeStore store,
            Cast cast,
            JdbcClient jdbc,
            TestClock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.postman = postman;
        this.store = store;
        this.cast = cast;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void likesOfOneWorkAreOneLineThatNamesTheLatestAndCountsAll() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        postman.tell(like(chen, anna));
        postman.tell(like(chen, bo));
        postman.tell(like(chen, bo));
        var line = only(chen);
        assertThat(line.path("kind").asString()).isEqualTo("liked");
        assertThat(line.path("count").asInt()).isEqualTo(2);
        assertThat(line.path("subject").path("id").asString()).isEqualTo(WORK.toString());
        assertThat(handles(line)).containsExactly(bo.handle(), anna.handle());
    }

    @Test
    void whatIsToldAgainChangesNothing() {
        var chen = premiere.player(port, "chen");
        var telling = comment(chen, premiere.player(port, "anna"), 1);
        postman.tell(telling);
        var line = only(chen);
        chen.browser().put("/api/me/notices/" + line.path("id").asString() + "/read", "");
        postman.tell(telling);
        assertThat(only(chen).path("read").asBoolean()).isTrue();
    }

    @Test
    void theTwentyFirstLineOfAnHourIsFoldedWithAllThatFollow() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        for (int each = 1; each <= 20; each++) {
            postman.tell(comment(chen, anna, each));
        }
        assertThat(postman.settled(chen.browser())).hasSize(20);
        postman.tell(comment(chen, anna, 21));
        postman.tell(comment(chen, anna, 22));
        var lines = postman.settled(chen.browser());
        assertThat(lines).hasSize(21);
        assertThat(lines.getFirst().path("kind").asString()).isEqualTo("more");
        assertThat(lines.getFirst().path("count").asInt()).isEqualTo(2);
        assertThat(lines.getFirst().path("actors").size()).isZero();

        postman.tell(Telling.of(chen.id(), NoticeKind.ORDER_PAID, new NoticeSubject(NoticeSubject.Kind.ORDER, 1), "o"));
        assertThat(Postman.kinds(postman.settled(chen.browser())))
                .as("orders are never too many")
                .startsWith("order-paid");
    }

    @Test
    void nobodyHearsOfThoseWhomTheyBlockNorOfThemselves() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        chen.browser().put("/api/people/" + anna.handle() + "/block", "");
        postman.tell(like(chen, anna));
        postman.tell(like(chen, chen));
        assertThat(postman.settled(chen.browser())).isEmpty();
    }

    @Test
    void whatIsTurnedOffDoesNotComeButOrdersAlwaysDo() {
        var chen = premiere.player(port, "chen");
        var none = Postman.choice(Map.of("conversation", "", "orders", ""), true);
        var saved = chen.browser().put("/api/me/notices/settings", none).json();
        assertThat(saved.path("purposes").path(0).path("inbox").asBoolean())
                .as("orders")
                .isTrue();
        postman.tell(like(chen, premiere.player(port, "anna")));
        postman.tell(Telling.of(chen.id(), NoticeKind.ORDER_PAID, new NoticeSubject(NoticeSubject.Kind.ORDER, 1), "o"));
        assertThat(Postman.kinds(postman.settled(chen.browser()))).containsExactly("order-paid");
    }

    @Test
    void offersComeOnlyAfterConsentOnceADayAndFourTimesAWeek() {
        var chen = premiere.player(port, "chen");
        chen.browser().put("/api/me/notices/settings", Postman.choice(Map.of("offers", "inbox"), false));
        offer(chen, "before");
        assertThat(postman.settled(chen.browser())).isEmpty();
        chen.browser().put("/api/me/consents/notices", "{\"given\": true}");
        for (int day = 1; day <= 6; day++) {
            offer(chen, "of day " + day);
            offer(chen, "another of day " + day);
            postman.settle();
            clock.forward(Duration.ofHours(25));
        }
        assertThat(postman.settled(chen.browser())).hasSize(4);
    }

    @Test
    void offersWaitForTheMorning() {
        var chen = premiere.player(port, "chen");
        chen.browser().put("/api/me/consents/notices", "{\"given\": true}");
        chen.browser().put("/api/me/notices/settings", """
                {"purposes": [{"purpose": "offers", "inbox": true, "mail": false}],
                 "quiet": {"on": true, "from": "10:00", "until": "14:00", "zone": "%s"}}""".formatted(zoneWhereItIsNoon()));
        offer(chen, "of the night");
        assertThat(postman.settled(chen.browser())).isEmpty();
        assertThat(postman.held(chen.id())).isOne();
        clock.forward(Duration.ofHours(3));
        assertThat(postman.kinds(chen.browser(), 1)).containsExactly("offer");
    }

    @Test
    void readingAndDeletingAreOnesOwn() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        for (int each = 1; each <= 3; each++) {
            postman.tell(comment(chen, anna, each));
        }
        var lines = postman.settled(chen.browser());
        assertThat(unread(chen)).isEqualTo(3);
        var middle = lines.get(1).path("id").asString();
        assertThat(anna.browser().delete("/api/me/notices/" + middle, "").status())
                .isEqualTo(404);
        chen.browser().put("/api/me/notices/read", "{\"upTo\": \"%s\"}".formatted(middle));
        assertThat(unread(chen)).isEqualTo(1);
        assertThat(chen.browser().delete("/api/me/notices/" + middle, "").status())
                .isEqualTo(204);
        assertThat(postman.settled(chen.browser())).hasSize(2);
        assertThat(chen.browser().delete("/api/me/notices/" + middle, "").status())
                .isEqualTo(404);
    }

    @Test
    void theInboxGoesOnByACursorAndIsSortedByPurpose() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        for (int each = 1; each <= 3; each++) {
            postman.tell(comment(chen, anna, each));
        }
        postman.tell(Telling.of(chen.id(), NoticeKind.ORDER_PAID, new NoticeSubject(NoticeSubject.Kind.ORDER, 1), "o"));
        postman.settle();
        var first = chen.browser().get("/api/me/notices?limit=3").json();
        var second = chen.browser()
                .get("/api/me/notices?limit=3&cursor=" + first.path("next").asString())
                .json();
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(chen.browser()
                        .get("/api/me/notices?purpose=orders")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anErasedPersonsNoticesGoAndTheirNameGoesFromThoseOfOthers() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        postman.tell(like(chen, anna));
        postman.tell(like(chen, bo));
        postman.tell(comment(chen, anna, 5));
        postman.tell(like(anna, bo));
        postman.settle();
        anna.browser().put("/api/me/notices/settings", Postman.choice(Map.of("reviews", ""), true));
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        var line = only(chen);
        assertThat(handles(line)).containsExactly(bo.handle());
        assertThat(line.path("count").asInt()).isEqualTo(1);
        assertThat(cast.tablesHolding(anna.id().toString()).stream().filter(table -> table.startsWith("notices.")))
                .isEmpty();
        postman.tell(comment(anna, bo, 6));
        postman.settle();
        assertThat(postman.held(anna.id())).isZero();
    }

    @Test
    void whatIsOldOrTooMuchIsSwept() {
        sweepWhatOthersLeft();
        var chen = premiere.player(port, "chen");
        jdbc.sql("""
                insert into notices.notice
                       (id, person, purpose, kind, subject_kind, subject, arguments, fold, place, made_at, at)
                select :person + each, :person, 'reviews', 'approved', 'work', 1, '{}', 'f' || each, :person + each,
                       :now, :now - each * interval '1 second' - case when each > 1100 then interval '181 days' else interval '0' end
                  from generate_series(1, 1101) each
                """)
                .param("person", chen.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        new NoticeSweep(store, clock).sweep();
        var left = jdbc.sql("select count(*) as lines, min(place) - person as first from notices.notice "
                        + "where person = :person group by person")
                .param("person", chen.id().value())
                .query((row, number) -> List.of(row.getLong("lines"), row.getLong("first")))
                .single();
        assertThat(left).containsExactly(1000L, 101L);
    }

    private void sweepWhatOthersLeft() {
        int gone = 1;
        while (gone > 0) {
            gone = store.deleteBefore(clock.instant().minus(NoticeSweep.KEPT), 5_000);
        }
    }

    private void offer(Player to, String key) {
        postman.tell(Telling.of(to.id(), NoticeKind.OFFER, NoticeSubject.work(WORK), key));
    }

    private static Telling like(Player to, Player from) {
        return Telling.of(to.id(), NoticeKind.LIKED, NoticeSubject.work(WORK), "liked:" + from.id())
                .by(from.id())
                .into("liked");
    }

    private static Telling comment(Player to, Player from, long id) {
        return Telling.of(
                        to.id(),
                        NoticeKind.COMMENTED,
                        new NoticeSubject(NoticeSubject.Kind.COMMENT, id),
                        "comment:" + id)
                .by(from.id())
                .with("work", WORK.toString());
    }

    private JsonNode only(Player player) {
        var lines = postman.settled(player.browser());
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static int unread(Player player) {
        return player.browser()
                .get("/api/me/notices/unread")
                .json()
                .path("count")
                .asInt();
    }

    private static List<String> handles(JsonNode line) {
        return line.path("actors")
                .valueStream()
                .map(actor -> actor.path("handle").asString())
                .toList();
    }

    private String zoneWhereItIsNoon() {
        int hour = clock.instant().atZone(ZoneOffset.UTC).getHour();
        int ahead = 12 - hour;
        return ahead == 0 ? "UTC" : "Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead);
    }
}
