package org.kanmai.app.catalog.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody becomes a merchant by an application with papers that an operator accepts. */
@KanmaiTest
@Tag("EC-30")
class EntryTests {
    private final Premiere premiere;
    private final Cast cast;
    private final int port;

    EntryTests(Premiere premiere, Cast cast, @LocalServerPort int port) {
        this.premiere = premiere;
        this.cast = cast;
        this.port = port;
    }

    private Browser applicant(String name) {
        var mei = Browser.of(port, Cast.handle("mei"));
        Street.must(200, mei.put("/api/me/entry", """
                {"kind": "company", "name": "%s", "number": "91330100MA2ABCDE1X", "goods": "Spring tea"}""".formatted(name)));
        assertThat(mei.put("/api/me/entry/papers/0", Stall.png(900, 600)).status())
                .isEqualTo(204);
        return mei;
    }

    private String sent(Browser mei) {
        return Street.must(200, mei.post("/api/me/entry/submission", ""))
                .at("/entry/id")
                .asString();
    }

    private static String state(Browser mei) {
        return Street.must(200, mei.get("/api/me/entry")).at("/entry/state").asString();
    }

    @Test
    void whoIsRefusedReadsWhyAndAppliesAgainAndWhoIsAcceptedOpensAShop() {
        var operator = premiere.operator(port).browser();
        var mei = applicant("Hill Tea Ltd");
        assertThat(mei.post("/api/shops", "{\"name\": \"Hill\"}").status()).isEqualTo(403);
        var id = sent(mei);
        assertThat(operator.post("/api/entries/" + id + "/decision", "{\"accept\": false}")
                        .status())
                .isEqualTo(422);
        assertThat(operator.post("/api/entries/" + id + "/decision", "{\"accept\": false, \"reason\": \"Blurred\"}")
                        .status())
                .isEqualTo(204);
        var refused = Street.must(200, mei.get("/api/me/entry"));
        assertThat(refused.at("/entry/state").asString()).isEqualTo("refused");
        assertThat(refused.at("/entry/reason").asString()).isEqualTo("Blurred");
        Street.must(200, mei.put("/api/me/entry", """
                {"kind": "company", "name": "Hill Tea Ltd", "number": "91330100MA2ABCDE1X", "goods": "Tea"}"""));
        assertThat(sent(mei)).isEqualTo(id);
        assertThat(operator.post("/api/entries/" + id + "/decision", "{\"accept\": true}")
                        .status())
                .isEqualTo(204);
        assertThat(state(mei)).isEqualTo("accepted");
        Street.must(201, mei.post("/api/shops", "{\"name\": \"%s\"}".formatted(Cast.handle("hill"))));
        assertThat(operator.post("/api/entries/" + id + "/decision", "{\"accept\": true}")
                        .type())
                .isEqualTo("/problems/already-decided");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(mei.get("/api/me/notices?limit=50").body())
                                .contains("entry-refused", "entry-accepted"));
    }

    @Test
    void papersAreForTheirPersonAndOperatorsAndEachReadingIsSeen() {
        var operator = premiere.operator(port).browser();
        var mei = applicant("Quiet Tea Ltd");
        assertThat(mei.get("/api/me/entry/papers/0").status()).isEqualTo(200);
        var other = Browser.of(port, Cast.handle("bo"));
        assertThat(other.get("/api/me/entry/papers/0").status()).isEqualTo(404);
        var id = sent(mei);
        assertThat(other.get("/api/entries/" + id + "/papers/0").status()).isEqualTo(403);
        assertThat(operator.get("/api/entries/" + id + "/papers/0").status()).isEqualTo(200);
        assertThat(Street.must(200, operator.get("/api/entries/" + id))
                        .path("name")
                        .asString())
                .isEqualTo("Quiet Tea Ltd");
        assertThat(Street.must(200, mei.get("/api/me/data-access")).toString())
                .contains("merchant-papers")
                .contains("application " + id);
    }

    @Test
    void namesAndNumbersLieSealedAndGoWithThePerson() {
        var name = "Secret Tea " + Cast.handle("x");
        var mei = applicant(name);
        assertThat(cast.tablesHolding(name)).isEmpty();
        assertThat(cast.tablesHolding("91330100MA2ABCDE1X")).isEmpty();
        assertThat(mei.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatIsSentStaysAsItIsUntilItIsDecided() {
        var mei = applicant("Still Tea Ltd");
        sent(mei);
        assertThat(mei.put("/api/me/entry/papers/1", Stall.png(64, 64)).type()).isEqualTo("/problems/application-sent");
        assertThat(mei.delete("/api/me/entry/papers/0", "").type()).isEqualTo("/problems/application-sent");
        assertThat(mei.post("/api/me/entry/submission", "").type()).isEqualTo("/problems/application-sent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"company\", \"name\": \"Tea\", \"goods\": \"Tea\"}",
                "{\"kind\": \"person\", \"name\": \"T\", \"goods\": \"Tea\"}",
                "{\"kind\": \"person\", \"name\": \"Tea\", \"goods\": \"\"}",
                "{\"kind\": \"company\", \"name\": \"Tea\", \"number\": \"12 or 1=1\", \"goods\": \"Tea\"}"
            })
    void whatIsNoApplicationIsRefused(String sent) {
        assertThat(Browser.of(port, Cast.handle("mei"))
                        .put("/api/me/entry", sent)
                        .status())
                .isEqualTo(422);
    }
}
