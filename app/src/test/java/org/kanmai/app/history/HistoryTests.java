package org.kanmai.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.history.Yesterday.Scene;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.river.Chronicle;
import org.kanmai.app.river.Logged;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PastIds;
import org.kanmai.facts.Served;
import org.kanmai.facts.Watched;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What the import of a demo world's past tells, keeps and refuses. */
@KanmaiTest
@TestPropertySource(properties = "kanmai.world=demo")
class HistoryTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Yesterday yesterday;
    private final Logged logged;
    private final Batches batches;
    private final Recall recall;
    private final Chronicle chronicle;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final int port;

    HistoryTests(
            Yesterday yesterday,
            Logged logged,
            Batches batches,
            Recall recall,
            Chronicle chronicle,
            JsonMapper json,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.yesterday = yesterday;
        this.logged = logged;
        this.batches = batches;
        this.recall = recall;
        this.chronicle = chronicle;
        this.json = json;
        this.jdbc = jdbc;
        this.port = port;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> act(String what, long after) {
        return Map.of("what", what, "after", after);
    }

    private static Map<String, Object> order(Scene scene, Map<String, Object> steps) {
        var order = new HashMap<String, Object>(Map.of("sku", scene.shop().sku(), "units", 2, "placedAfter", 30_000));
        order.putAll(steps);
        return Map.of(
                "product",
                Map.of(
                        "product",
                        scene.shop().product(),
                        "openedAfter",
                        10_000,
                        "cartedAfter",
                        20_000,
                        "order",
                        order));
    }

    private List<? extends Fact> facts(Scene scene, int least) {
        return await().until(() -> logged.facts(scene.pseudonym(), Fact.class), facts -> facts.size() >= least);
    }

    @Test
    void aPageIsToldWithItsTermsAndAllThatFollowedAtTheirOwnInstants() {
        var scene = yesterday.scene(port);
        var at = yesterday.ago(Duration.ofDays(20));
        var page = Yesterday.page(
                scene,
                at,
                Map.of(
                        "watched",
                        Map.of("millis", 6_000, "played", 6_000, "position", 6_000, "loops", 0),
                        "acts",
                        List.of(act("like", 4_000), act("follow", 5_000), act("open-comments", 5_500))));
        assertThat(Yesterday.told(scene, key(), page).path("facts").asInt()).isEqualTo(4);

        var facts = facts(scene, 6);
        assertThat(facts).hasSize(6).allSatisfy(fact -> {
            assertThat(fact.origin()).isEqualTo(Origin.SIMULATED);
            assertThat(fact.at()).isBetween(at, at.plusSeconds(10));
        });
        var served = only(facts, Served.class);
        var exposed = only(facts, Exposed.class);
        assertThat(exposed.terms()).isEqualTo(served.terms(0));
        assertThat(exposed.terms().propensity()).isEqualTo(0.25);
        assertThat(exposed.at()).isEqualTo(at.plusSeconds(1));
        assertThat(Ids.madeAt(served.page().value())).isBetween(at, at.plusMillis(5));
        assertThat(only(facts, Watched.class).exposure())
                .isEqualTo(exposed.terms().exposure());
        assertThat(only(facts, Opened.class).at()).isEqualTo(at.plusMillis(5_500));
        assertThat(facts)
                .filteredOn(Engaged.class::isInstance)
                .extracting(fact -> ((Engaged) fact).engagement())
                .containsExactlyInAnyOrder(Engagement.LIKED, Engagement.FOLLOWED);
        var shown = scene.operator().get("/api/works/" + scene.work()).json();
        assertThat(shown.at("/counts/likes").asInt()).isOne();
    }

    private static <F extends Fact> F only(List<? extends Fact> facts, Class<F> kind) {
        var found = facts.stream().filter(kind::isInstance).toList();
        assertThat(found).hasSize(1);
        return kind.cast(found.getFirst());
    }

    @Test
    void whatIsToldTwiceChangesNothing() {
        var scene = yesterday.scene(port);
        var page = Yesterday.page(
                scene,
                yesterday.ago(Duration.ofDays(3)),
                Map.of(
                        "acts",
                        List.of(act("like", 4_000), Map.of("what", "comment", "after", 6_000, "text", "茶香隔着屏幕飘来"))));
        var key = key();
        Yesterday.told(scene, key, page);
        var before = facts(scene, 4).size();
        assertThat(Yesterday.told(scene, key, page).path("repeated").asBoolean())
                .isTrue();
        Yesterday.told(scene, key(), page);

        var work = scene.operator().get("/api/works/" + scene.work()).json();
        assertThat(work.at("/counts/likes").asInt()).isOne();
        var comments =
                scene.operator().get("/api/works/" + scene.work() + "/comments").json();
        assertThat(comments.at("/items/0/text").asString()).isEqualTo("茶香隔着屏幕飘来");
        assertThat(before).isEqualTo(4);
    }

    @Test
    @Tag("EC-09")
    void anOrderOfThePastIsPaidInBalanceAndItsShopHasTheMoney() {
        var scene = yesterday.scene(port);
        var at = yesterday.ago(Duration.ofDays(25));
        var day = Duration.ofDays(1).toMillis();
        var steps = Map.<String, Object>of(
                "paidAfter", 60_000, "shippedAfter", day, "receivedAfter", 4 * day, "carrier", "圆通");
        Yesterday.told(scene, key(), Yesterday.page(scene, at, order(scene, steps)));

        var sold = Street.must(200, scene.shop().merchant().get("/api/me/shop/orders"))
                .at("/items/0");
        assertThat(sold.path("state").asString()).isEqualTo("received");
        assertThat(sold.at("/total/minor").asInt()).isEqualTo(3980);
        assertThat(Instant.parse(sold.path("paidAt").asString())).isEqualTo(at.plus(MINUTE));
        assertThat(balance("shop", scene.shop().id(), "free")).isEqualTo(3980 - 199);
        assertThat(balance("shop", scene.shop().id(), "held")).isZero();
        assertThat(balance("person", scene.viewer().toString(), "clearing")).isZero();
        var converted = await().until(() -> logged.facts(scene.pseudonym(), Converted.class), all -> all.size() >= 3);
        assertThat(converted)
                .extracting(Converted::conversion)
                .containsExactly(Conversion.CARTED, Conversion.ORDERED, Conversion.PAID);
        assertThat(converted).extracting(Converted::exposure).doesNotContainNull();
    }

    @Test
    @Tag("EC-09")
    void whatWentBackLeavesNobodyWithAnything() {
        var scene = yesterday.scene(port);
        var at = yesterday.ago(Duration.ofDays(9));
        var steps = Map.<String, Object>of("paidAfter", 60_000, "refundedAfter", 3_600_000);
        Yesterday.told(scene, key(), Yesterday.page(scene, at, order(scene, steps)));

        var sold = scene.shop().merchant().get("/api/me/shop/orders").json().at("/items/0");
        assertThat(sold.path("state").asString()).isEqualTo("refunded");
        assertThat(balance("shop", scene.shop().id(), "held")).isZero();
        assertThat(balance("person", scene.viewer().toString(), "clearing")).isZero();
        assertThat(jdbc.sql("select coalesce(sum(minor), 0) from ledger.posting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theProviderOfThePastAgreesWithTheLedgerAndIsOfferedToNobody() {
        var scene = yesterday.scene(port);
        var at = yesterday.ago(Duration.ofDays(12));
        var steps = Map.<String, Object>of("paidAfter", 60_000, "refundedAfter", 3_600_000);
        Yesterday.told(scene, key(), Yesterday.page(scene, at, order(scene, steps)));

        var day = at.toString().substring(0, 10);
        var outcome = scene.operator().post("/api/reconciliations/history/" + day, "");
        assertThat(outcome.status()).as(outcome.body()).isLessThan(300);
        assertThat(outcome.json().path("movements").asInt()).isPositive();
        assertThat(outcome.json().path("differences").asInt(-1)).isZero();
        assertThat(scene.operator().get("/api/payment-providers").body()).doesNotContain("history");
    }

    @Test
    void aPageThatCannotHaveBeenIsRefusedWithAllThatCameWithIt() {
        var scene = yesterday.scene(port);
        var at = yesterday.ago(Duration.ofDays(2));
        var good = Yesterday.page(scene, at, Map.of("acts", List.of(act("like", 4_000))));
        var bad = List.of(
                Yesterday.page(scene, yesterday.ago(Duration.ofDays(41)), Map.of()),
                Yesterday.page(scene, yesterday.ago(Duration.ofDays(-1)), Map.of()),
                Yesterday.page(scene, at, Map.of("work", "1")),
                Yesterday.page(scene, at, Map.of("propensity", 0)),
                Yesterday.page(scene, at, Map.of("slot", "ranked")),
                Yesterday.page(scene, at, Map.of("acts", List.of(act("like", 500)))),
                Yesterday.page(scene, at, Map.of("acts", List.of(act("comment", 2_000)))),
                Yesterday.page(scene, at, order(scene, Map.of("paidAfter", 3_600_000))),
                Yesterday.page(scene, at, order(scene, Map.of("paidAfter", -1))),
                Yesterday.page(scene, at, order(scene, Map.of("paidAfter", 60_000))),
                Yesterday.page(
                        scene,
                        at,
                        Map.of("watched", Map.of("millis", 5_000, "played", 90_000, "position", 5_000, "loops", 9))));
        for (var page : bad) {
            var answer = Yesterday.tell(scene, key(), good, page);
            assertThat(answer.status()).as(page + " " + answer.body()).isEqualTo(422);
        }
        assertThat(logged.records(scene.pseudonym())).isEmpty();
        var work = scene.operator().get("/api/works/" + scene.work()).json();
        assertThat(work.at("/counts/likes").asInt()).isZero();
    }

    @Test
    void aPartThatDiedBetweenLogAndDatabaseTellsTheSameWhenItIsSentAgain() {
        var scene = yesterday.scene(port);
        var page = Yesterday.page(
                scene, yesterday.ago(Duration.ofDays(4)), Map.of("acts", List.of(act("open-profile", 4_000))));
        var pages = List.of(json.convertValue(page, PastPage.class));
        var key = key();
        chronicle.append(Telling.of(
                        pages, recall.of(pages), new PastIds(batches.begin(key).lane()))
                .facts());

        assertThat(Yesterday.told(scene, key, page).path("repeated").asBoolean())
                .isFalse();
        assertThat(facts(scene, 6)).hasSize(6);
        assertThat(facts(scene, 6).stream()
                        .map(fact -> fact.kind() + fact.identity())
                        .distinct())
                .hasSize(3);
    }

    @Test
    void nobodyHasAPastWhoCanSignIn() {
        var scene = yesterday.scene(port);
        var page = new HashMap<>(Yesterday.page(scene, yesterday.ago(Duration.ofDays(1)), Map.of()));
        page.put("viewer", scene.creator().id().toString());
        assertThat(Yesterday.tell(scene, key(), page).status()).isEqualTo(422);
        var taken = scene.operator().post("/api/imports/history/people", """
                {"people": [{"handle": "%s", "name": "x", "joinedAt": "2026-01-01T00:00:00Z"}]}""".formatted(
                        scene.creator().handle()));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.type()).endsWith("handle-taken");
    }

    @Test
    void whoSettlesTwiceIsOnePersonWithOnePseudonym() {
        var scene = yesterday.scene(port);
        var handle = Cast.handle("mo");
        assertThat(yesterday.settle(scene.operator(), handle)).isEqualTo(yesterday.settle(scene.operator(), handle));
    }

    private long balance(String kind, String party, String purpose) {
        return jdbc.sql("""
                select coalesce(sum(posting.minor), 0)
                  from ledger.posting
                  join ledger.account on account.id = posting.account
                 where account.party_kind = :kind
                   and account.party = :party
                   and account.purpose = :purpose
                """)
                .param("kind", kind)
                .param("party", Long.parseLong(party))
                .param("purpose", purpose)
                .query(Long.class)
                .single();
    }
}
