package org.kanmai.app.insight.regions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.Told;
import org.kanmai.app.identity.consents.Consents;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.identity.sessions.Mapping;
import org.kanmai.app.identity.settlers.Settlers;
import org.kanmai.app.identity.settlers.Settlers.Newcomer;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Purpose;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people live is known while they let it be used, and not a moment longer, wherever it is kept. */
@KanmaiTest
@Tag("GV-02")
class HomesTests {
    private final Homes homes;
    private final Mapping mapping;
    private final Settlers settlers;
    private final Consents consents;
    private final Cast cast;
    private final Told told;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final int port;

    HomesTests(
            Homes homes,
            Mapping mapping,
            Settlers settlers,
            Consents consents,
            Cast cast,
            Told told,
            JdbcClient jdbc,
            TestClock clock,
            @LocalServerPort int port) {
        this.homes = homes;
        this.mapping = mapping;
        this.settlers = settlers;
        this.consents = consents;
        this.cast = cast;
        this.told = told;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    /** Somebody with an account. */
    private record Somebody(String handle, Browser browser) {}

    @Test
    void noRegionIsKeptWithoutConsentNorOneThatIsNone() {
        var anna = somebody("\"behaviour\"");
        assertThat(lives(anna, "cn-zj").status()).isEqualTo(409);
        assertThat(lives(anna, "cn-zj").type()).endsWith("not-consented");
        assertThat(said(anna)).isNull();
        consent(anna, "region", true);
        for (var none : new String[] {"cn-zz", "zhejiang", "ELSEWHERE", ""}) {
            assertThat(lives(anna, none).status()).as(none).isBetween(400, 422);
        }
        assertThat(anna.browser().put("/api/me/region", "{}").status()).isEqualTo(422);
        assertThat(new Browser(port).get("/api/me/region").status()).isEqualTo(401);
        assertThat(homes.all()).doesNotContainKey(pseudonym(anna));
    }

    @Test
    void aRegionIsKnownByPseudonymAndNeverOnTheLog() {
        var anna = somebody("\"behaviour\", \"region\"");
        assertThat(lives(anna, "cn-qh").status()).isEqualTo(200);
        assertThat(said(anna)).isEqualTo("cn-qh");
        assertThat(homes.all()).containsEntry(pseudonym(anna), Region.CN_QH);
        lives(anna, "elsewhere");
        assertThat(homes.all()).containsEntry(pseudonym(anna), Region.ELSEWHERE);
        assertThat(told.of(Fact.class)).noneMatch(fact -> new String(FactCodec.write(fact), UTF_8).contains("cn-qh"));
    }

    @Test
    void withdrawingDeletesAtOnceEverywhere() {
        var anna = somebody("\"behaviour\", \"region\"");
        lives(anna, "cn-zj");
        consent(anna, "region", false);
        assertThat(said(anna)).isNull();
        assertThat(homes.all()).doesNotContainKey(pseudonym(anna));
        consent(anna, "region", true);
        assertThat(said(anna)).as("what was deleted does not come back").isNull();
    }

    @Test
    void takingTheRegionBackNeedsNoWithdrawal() {
        var anna = somebody("\"behaviour\", \"region\"");
        lives(anna, "cn-zj");
        assertThat(anna.browser().delete("/api/me/region", "").status()).isEqualTo(204);
        assertThat(said(anna)).isNull();
        assertThat(homes.all()).doesNotContainKey(pseudonym(anna));
    }

    @Test
    void aNewPseudonymHasTheRegionAndTheRetiredOneHasNone() {
        var anna = somebody("\"behaviour\", \"region\"");
        lives(anna, "cn-sc");
        var before = pseudonym(anna);
        consent(anna, "behaviour", false);
        var after = pseudonym(anna);
        assertThat(after).isNotEqualTo(before);
        assertThat(homes.all()).containsEntry(after, Region.CN_SC).doesNotContainKey(before);
    }

    @Test
    void thePseudonymOfADayHasARegionForAsLongAsItIsSomebodys() {
        var anna = somebody("\"region\"");
        lives(anna, "cn-sc");
        var today = pseudonym(anna);
        clock.forward(Duration.ofDays(1));
        anna.browser().get("/api/me");
        var tomorrow = pseudonym(anna);
        assertThat(homes.all()).containsEntry(today, Region.CN_SC).containsEntry(tomorrow, Region.CN_SC);
        clock.forward(Duration.ofHours(25));
        mapping.expire(100_000);
        assertThat(homes.all()).doesNotContainKey(today);
    }

    @Test
    void whoLeavesLeavesNoRegion() {
        var anna = somebody("\"behaviour\", \"region\"");
        lives(anna, "cn-zj");
        var person = cast.id(anna.handle());
        var pseudonym = pseudonym(anna);
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(homes.all()).doesNotContainKey(pseudonym);
        assertThat(jdbc.sql("select count(*) from identity.region where person = :person")
                        .param("person", person.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoSettlesInADemoWorldMayComeFromSomewhere() {
        var at = clock.instant().minus(Duration.ofDays(3));
        var lives = new Newcomer(Cast.handle("li"), "Li", at, Region.CN_YN);
        var silent = new Newcomer(Cast.handle("mo"), "Mo", at, null);
        var settled = settlers.settle(List.of(lives, silent));
        assertThat(homes.all())
                .containsEntry(settled.getFirst().pseudonym(), Region.CN_YN)
                .doesNotContainKey(settled.getLast().pseudonym());
        assertThat(consented(settled.getFirst().person())).isTrue();
        assertThat(consented(settled.getLast().person())).isFalse();
        settlers.settle(List.of(new Newcomer(lives.handle(), "Li", at, Region.CN_ZJ)));
        assertThat(homes.all())
                .as("who has settled stays as they are")
                .containsEntry(settled.getFirst().pseudonym(), Region.CN_YN);
    }

    private boolean consented(PersonId person) {
        return consents.of(person).stream().anyMatch(consent -> consent.purpose() == Purpose.REGION && consent.given());
    }

    private Somebody somebody(String consents) {
        var handle = Cast.handle("anna");
        var browser = new Browser(port);
        browser.signUp(handle, consents);
        return new Somebody(handle, browser);
    }

    private Pseudonym pseudonym(Somebody who) {
        return new Pseudonym(cast.pseudonym(cast.id(who.handle())));
    }

    private static Answer lives(Somebody who, String region) {
        return who.browser().put("/api/me/region", "{\"region\": \"%s\"}".formatted(region));
    }

    private static String said(Somebody who) {
        return who.browser().get("/api/me/region").json().path("region").asString(null);
    }

    private static void consent(Somebody who, String purpose, boolean given) {
        assertThat(who.browser()
                        .put("/api/me/consents/" + purpose, "{\"given\": %s}".formatted(given))
                        .status())
                .isEqualTo(200);
    }
}
