package org.kanmai.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.river.Logged;
import org.kanmai.app.river.Spectator;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Chen makes films, and Dora makes films; Olga is an operator. */
@KanmaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTests {
    private final Premiere premiere;
    private final Shelf shelf;
    private final Cast cast;
    private final Logged logged;
    private final JdbcClient jdbc;
    private final StringRedisTemplate redis;
    private final int port;
    private final Player olga;
    private final Player chen;
    private final Player dora;

    FeedTests(
            Premiere premiere,
            Shelf shelf,
            Cast cast,
            Logged logged,
            JdbcClient jdbc,
            RedisConnectionFactory redis,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.cast = cast;
        this.logged = logged;
        this.jdbc = jdbc;
        this.redis = new StringRedisTemplate(redis);
        this.port = port;
        this.olga = premiere.operator(port);
        this.chen = premiere.player(port, "chen");
        this.dora = premiere.player(port, "dora");
    }

    @BeforeAll
    void publish() {
        for (int film = 0; film < 2; film++) {
            premiere.published(chen, olga, "茶", "");
            premiere.published(dora, olga, "面", "");
        }
        shelf.refresh();
    }

    @Test
    @Tag("TD-31")
    void everyExposureOnTheLogHasThePolicyTheSlotAndTheChanceItWasServedWith() {
        var viewer = Spectator.at(port);
        var page = viewer.page("count=6");
        viewer.tell(tokens(page).stream().map(Spectator::exposed).toArray(String[]::new));
        var served = logged.facts(viewer.pseudonym(), Served.class).getFirst();
        var exposed = logged.facts(viewer.pseudonym(), Exposed.class);
        assertThat(exposed).hasSize(page.path("items").size()).hasSizeGreaterThan(3);
        for (int index = 0; index < exposed.size(); index++) {
            var terms = exposed.get(index).terms();
            assertThat(terms).isEqualTo(served.terms(index));
            assertThat(terms.policy()).isEqualTo(1);
            var item = page.path("items").path(index);
            assertThat(terms.slot().code()).isEqualTo(item.path("slot").asString());
            assertThat(terms.propensity()).isEqualTo(item.path("propensity").asDouble());
            assertThat(terms.exposure()).hasToString(item.path("exposure").asString());
        }
    }

    @Test
    @Tag("TD-46")
    void aWorkThatIsOpenedByItsAddressIsOnRecordAndThenSeen() {
        var viewer = follower(chen);
        var work = works(viewer.page("tab=following&count=20")).getFirst();
        var lina = follower(chen);
        var page = lina.browser().get("/api/works/" + work + "/page").json();
        assertThat(lina.told(Spectator.exposed(tokens(page).getFirst()))).containsExactly("1 accepted");
        assertThat(works(lina.page("tab=following&count=20")))
                .doesNotContain(work)
                .isNotEmpty();
    }

    @Test
    void aPageOfOneWorkHasTheTermsOfWhoAskedForIt() {
        var viewer = Spectator.at(port);
        var work = premiere.published(premiere.player(port, "nina"), olga, "面", "");
        var page = viewer.browser().get("/api/works/" + work + "/page").json();
        viewer.tell(Spectator.exposed(tokens(page).getFirst()));
        var served = logged.facts(viewer.pseudonym(), Served.class).getFirst();
        assertThat(served.surface()).isEqualTo(Surface.WORK_PAGE);
        assertThat(served.page()).hasToString(page.path("page").asString());
        assertThat(logged.facts(viewer.pseudonym(), Exposed.class))
                .singleElement()
                .satisfies(exposed -> {
                    assertThat(exposed.terms()).isEqualTo(served.terms(0));
                    assertThat(exposed.terms().source()).isEqualTo(Source.DIRECT);
                    assertThat(exposed.terms().position()).isZero();
                    assertThat(exposed.terms().propensity()).isOne();
                });
    }

    @Test
    void whatNotEverybodyMaySeeIsNotServedByItsAddressNotEvenToItsCreator() {
        var waiting = premiere.submitted(dora, "面", "");
        assertThat(dora.browser().get("/api/works/" + waiting + "/page").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("TD-14")
    void theFollowingTabHasTheWorksOfFollowedCreatorsAndNoOthersTheNewestFirst() {
        var page = follower(chen).page("tab=following");
        assertThat(works(page)).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(2);
        assertThat(creators(page)).containsOnly(chen.handle());
        assertThat(new Browser(port).get("/api/feed?tab=following").status()).isEqualTo(401);
    }

    @Test
    void whatIsBlockedOrOnesOwnIsDroppedAndSaysWhy() {
        var blocker = premiere.operator(port);
        blocker.browser().put("/api/people/" + dora.handle() + "/block", "");
        var page = new Spectator(blocker.browser()).page("count=20&explain=true");
        assertThat(creators(page)).doesNotContain(dora.handle());
        assertThat(reasons(page, dora)).containsOnly("blocked").isNotEmpty();
        assertThat(creators(new Spectator(dora.browser()).page("count=20"))).doesNotContain(dora.handle());
        assertThat(creators(new Spectator(chen.browser()).page("count=20"))).doesNotContain(chen.handle());
        assertThat(chen.browser().get("/api/feed?explain=true").status()).isEqualTo(403);
        assertThat(new Browser(port).get("/api/feed?explain=true").status()).isEqualTo(403);
    }

    @Test
    @Tag("TD-10")
    @Tag("GV-03")
    void whatBearsAMutedTagIsNotOnTheNextPageAndMayComeBackWhenTheTagIsNoLongerMuted() {
        var nina = premiere.player(port, "nina");
        premiere.published(nina, olga, "面", "\"hashtags\": [\"Unheard_of\"], \"scene\": \"farm\"");
        shelf.refresh();
        var viewer = premiere.operator(port);
        for (var tag : List.of("unheard_of", "scene:farm")) {
            viewer.browser().put("/api/me/muted-tags/" + tag, "");
            var page = new Spectator(viewer.browser()).page("count=20&explain=true");
            assertThat(creators(page)).doesNotContain(nina.handle());
            assertThat(reasons(page, nina)).containsExactly("muted-tag");
            viewer.browser().delete("/api/me/muted-tags/" + tag, "");
        }
        var page = new Spectator(viewer.browser()).page("count=20&explain=true");
        assertThat(reasons(page, nina))
                .as("it is among those that are drawn from")
                .isEmpty();
    }

    @Test
    void whoeverFollowsACreatorHasTheirWorksInTheFollowingTabWhateverIsMuted() {
        var nina = premiere.player(port, "nina");
        var work = premiere.published(nina, olga, "面", "\"hashtags\": [\"unheard_of\"]");
        shelf.refresh();
        var anna = follower(nina);
        anna.browser().put("/api/me/muted-tags/unheard_of", "");
        assertThat(works(anna.page("tab=following"))).containsExactly(work.toString());
    }

    @Test
    void whatWasExposedDoesNotComeBackUnlessItIsAskedForAndThenSaysSo() {
        var anna = follower(chen);
        var page = anna.page("tab=following&count=20");
        anna.tell(tokens(page).stream().map(Spectator::exposed).toArray(String[]::new));
        var next = anna.page("tab=following&count=20");
        assertThat(next.path("items").size()).isZero();
        assertThat(next.path("state").asString()).isEqualTo("up-to-date");
        var again = anna.page("count=20&again=true");
        assertThat(works(again)).containsAll(works(page));
        assertThat(again.path("items")
                        .valueStream()
                        .map(item -> item.path("again").asBoolean()))
                .containsOnly(true);
        var records = logged.facts(pseudonym(anna), Served.class);
        assertThat(records.getLast().items()).extracting(ServedItem::source).containsOnly(Source.AGAIN);
    }

    @Test
    void whatWasServedAndNeverLookedAtComesAgainWhenNothingElseIsLeft() {
        var anna = follower(chen);
        var first = anna.page("tab=following");
        assertThat(works(anna.page("tab=following"))).hasSameElementsAs(works(first));
        anna.tell(Spectator.exposed(tokens(first).getFirst()));
        assertThat(works(anna.page("tab=following"))).isEqualTo(works(first).subList(1, 2));
    }

    @Test
    void withoutKnowingWhatWasSeenOnlyFollowsAreServed() {
        var anna = follower(chen);
        redis.delete("seen:" + pseudonym(anna));
        jdbc.sql("alter table river.seen rename to seen_away").update();
        JsonNode page;
        try {
            page = anna.page("count=6");
        } finally {
            jdbc.sql("alter table river.seen_away rename to seen").update();
        }
        assertThat(page.path("state").asString()).isEqualTo("follows-only");
        assertThat(creators(page)).containsOnly(chen.handle());
    }

    @Test
    @Tag("TD-01")
    void whatWasTakenDownBetweenDrawAndShowOrNeverReviewedIsNotServed() {
        var waiting = premiere.submitted(dora, "面", "");
        var taken = shelf.of(List.of(dora.id()), 1).getFirst().work();
        standing(taken, "taken-down");
        try {
            assertThat(shelf.find(taken)).as("the shelf is behind").isPresent();
            assertThat(works(follower(dora).page("tab=following")))
                    .doesNotContain(taken.toString(), waiting.toString())
                    .hasSize(1);
        } finally {
            standing(taken, "approved");
        }
        assertThat(works(follower(dora).page("tab=following"))).contains(taken.toString());
    }

    private void standing(WorkId work, String state) {
        jdbc.sql("update governance.subject set state = :state where kind = 'work' and id = :work")
                .param("state", state)
                .param("work", work.value())
                .update();
    }

    private Spectator follower(Player creator) {
        var anna = new Spectator(Browser.of(port, Cast.handle("anna")));
        anna.browser().put("/api/people/" + creator.handle() + "/follow", "");
        return anna;
    }

    private Pseudonym pseudonym(Spectator somebody) {
        var handle = somebody.browser().get("/api/me").json().path("person").path("handle");
        return new Pseudonym(cast.pseudonym(cast.id(handle.asString())));
    }

    private List<String> reasons(JsonNode page, Player creator) {
        var theirs = shelf.of(List.of(creator.id()), 100).stream()
                .map(candidate -> candidate.work().toString())
                .toList();
        var reasons = new ArrayList<String>();
        for (var dropped : page.path("dropped")) {
            if (theirs.contains(dropped.path("work").asString())) {
                reasons.add(dropped.path("filter").asString());
            }
        }
        return reasons;
    }

    private static List<String> tokens(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("token").asString())
                .toList();
    }

    private static List<String> works(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("work").path("id").asString())
                .toList();
    }

    private static List<String> creators(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("work").path("creator").path("handle").asString())
                .toList();
    }
}
