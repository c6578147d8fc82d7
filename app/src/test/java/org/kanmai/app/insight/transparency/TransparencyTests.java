package org.kanmai.app.insight.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.lake.Tale;
import org.kanmai.app.insight.proof.Ledger;
import org.kanmai.app.insight.traffic.Stage;
import org.kanmai.app.river.PageSigner;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.facts.Ids;
import org.kanmai.facts.proof.ReportSeal;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reports over the real lake and ledger: what is counted, when it is signed, and that it never changes. */
@KanmaiTest
@Tag("TD-56")
@Tag("GV-24")
class TransparencyTests {
    private final Drafts drafts;
    private final ReportStore store;
    private final PageSigner signer;
    private final Leases leases;
    private final JsonMapper json;
    private final Ledger ledger;
    private final Lake lake;
    private final Tale tale;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final int port;

    TransparencyTests(
            Drafts drafts,
            ReportStore store,
            PageSigner signer,
            Leases leases,
            JsonMapper json,
            Ledger ledger,
            Lake lake,
            Tale tale,
            Ids ids,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.drafts = drafts;
        this.store = store;
        this.signer = signer;
        this.leases = leases;
        this.json = json;
        this.ledger = ledger;
        this.lake = lake;
        this.tale = tale;
        this.ids = ids;
        this.jdbc = jdbc;
        this.port = port;
    }

    /** A clock that stands where it is put. */
    private static final class Standing extends Clock {
        private Instant now;

        Standing(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("UTC only");
        }
    }

    private Closing closing(Clock clock) {
        return new Closing(drafts, store, signer, leases, json, clock);
    }

    /** Tells facts of a month that no other test has. */
    private void tell(YearMonth month, int exposures) {
        var start = Period.of(month).start();
        long work = tale.id();
        var stage = new Stage(ids).published(tale.id(), work, start).exposed(work, exposures, start);
        tale.tell(stage.facts());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lake.ask(
                        LocalDate.EPOCH,
                        facts -> facts.rows(
                                        "select count(*) from facts where work = ? and kind in ('exposed', 'work-published')",
                                        List.of(work),
                                        row -> row.getLong(1) == exposures + 1)
                                .getFirst()));
        ledger.seal();
    }

    @Test
    void aReportIsSignedWhenItsMonthIsOverAndNothingChangesAnyMore() throws Exception {
        var month = YearMonth.of(2025, 3);
        tell(month, 4);
        var clock = new Standing(Period.of(month).end().plus(Closing.LATE).minusMillis(1));
        var closing = closing(clock);
        assertThat(closing.look(month)).as("a late exposure may still be told").isFalse();
        clock.now = Period.of(month).end().plus(Closing.LATE);
        assertThat(closing.look(month)).as("not seen for an hour").isFalse();
        clock.now = clock.now.plus(Closing.STILL).minusMillis(1);
        assertThat(closing.look(month)).isFalse();
        tell(month, 3);
        clock.now = clock.now.plusMillis(1);
        assertThat(closing.look(month)).as("it changed meanwhile").isFalse();
        clock.now = clock.now.plus(Closing.STILL);
        assertThat(closing.look(month)).isTrue();
        assertThat(closing.look(month)).as("once").isFalse();

        var text = new Browser(port).get("/api/transparency/" + month).body();
        var report = json.readTree(text);
        assertThat(report.path("state").asString()).isEqualTo("final");
        assertThat(report.path("exposures").asLong()).isEqualTo(7);
        var listed = new Browser(port)
                .get("/api/transparency")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("month").asString().equals(month.toString()))
                .findFirst()
                .orElseThrow();
        var seal = ReportSeal.parse(listed.path("line").asString());
        assertThat(seal.isOf(text.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(seal.isSignedBy(key(seal.key()))).isTrue();
        var head = TreeHead.parse(report.at("/under/line").asString());
        assertThat(head.isSignedBy(key(head.key()))).isTrue();
        assertThat(head.size()).isEqualTo(report.at("/under/size").asLong());

        tell(month, 9);
        assertThat(new Browser(port).get("/api/transparency/" + month).body())
                .as("what is said is said")
                .isEqualTo(text);
        for (var change : List.of(
                "update insight.report set json = json", "delete from insight.report", "truncate insight.report")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only appended to");
        }
    }

    @Test
    void whatIsCountedIsWhatTheHeadCoversAndNothingElse() {
        var month = YearMonth.of(2025, 5);
        tell(month, 2);
        var before = ledger.head().orElseThrow();
        tell(month, 1);
        var sql = "select count(*) from facts where kind = 'exposed' and happened_at >= ? and happened_at < ?";
        var parameters = List.of(
                Period.of(month).start().toEpochMilli(), Period.of(month).end().toEpochMilli());
        Lake.Questions<Long> count =
                facts -> facts.rows(sql, parameters, row -> row.getLong(1)).getFirst();
        var after = ledger.head().orElseThrow();
        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(lake.askUnder(after.size(), count))
                .hasValueSatisfying(counted -> assertThat(counted).isEqualTo(3));
        // Folding between the two would leave nothing to say under the first.
        lake.askUnder(before.size(), count)
                .ifPresent(counted -> assertThat(counted).isEqualTo(2));
        assertThat(drafts.of(month).exposures()).isEqualTo(3);
    }

    @Test
    void theRunningMonthIsMarkedAndCountedNowAndThenOnly() {
        var month = drafts.current();
        tell(month, 1);
        var asked = new Reports(store, drafts, json, Clock.systemUTC());
        var first = asked.text(month);
        assertThat(json.readTree(first).path("state").asString()).isEqualTo("running");
        assertThat(json.readTree(first).path("exposures").asLong()).as(first).isPositive();
        tell(month, 1);
        assertThat(asked.text(month)).isEqualTo(first);
        var newest =
                new Browser(port).get("/api/transparency").json().path("items").path(0);
        assertThat(newest.path("month").asString()).isEqualTo(month.toString());
        assertThat(newest.path("state").asString()).isEqualTo("running");
        assertThat(newest.path("line").isNull() || newest.path("line").isMissingNode())
                .isTrue();
    }

    @Test
    void whatIsNoMonthOfTheSiteIsRefused() {
        var browser = new Browser(port);
        assertThat(browser.get("/api/transparency/" + drafts.current().plusMonths(1))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/api/transparency/2024-01").status()).isEqualTo(404);
        for (var wrong : List.of("2026-13", "2026", "x", "+999999999-01", "2026-01-01")) {
            assertThat(browser.get("/api/transparency/" + wrong).status())
                    .as(wrong)
                    .isIn(400, 404, 422);
        }
    }

    private PublicKey key(String name) throws Exception {
        for (var line : signer.keys()) {
            if (line.startsWith(name + " ")) {
                var encoded = Base64.getDecoder().decode(line.substring(name.length() + 1));
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            }
        }
        throw new AssertionError("no key " + name);
    }
}
