package org.kanmai.app.catalog.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A batch's record only grows, and whoever changes it is found out. */
@KanmaiTest
@Tag("EC-26")
@Tag("EC-27")
class OriginTests {
    private final Stall stall;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int port;

    OriginTests(Stall stall, JdbcClient jdbc, Clock clock, @LocalServerPort int port) {
        this.stall = stall;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    private static String batch(Browser merchant) {
        var product =
                Street.must(201, merchant.post("/api/products", """
                        {"title": "Tea", "skus": [{"price": {"minor": 990, "currency": "CNY"}, "stock": 1}]}""")).path("id").asString();
        return Street.must(201, merchant.post("/api/me/products/" + product + "/batches", "{\"name\": \"Spring 1\"}"))
                .path("id")
                .asString();
    }

    private Browser.Answer tell(Browser merchant, String batch, String kind, String words) {
        return merchant.post("/api/me/batches/" + batch + "/entries", """
                {"kind": "%s", "spot": "Hangzhou", "words": "%s", "at": "%s"}""".formatted(
                        kind, words, clock.instant().minus(Duration.ofDays(1))));
    }

    @Test
    void anybodyCanFollowTheChainByTheWrittenRuleAlone() throws Exception {
        var merchant = stall.merchant(port);
        var batch = batch(merchant);
        Street.must(201, tell(merchant, batch, "produced", "Picked by hand"));
        Street.must(201, tell(merchant, batch, "packed", "50 g tins"));
        var trace = Street.must(200, new Browser(port).get("/api/origins/" + batch));
        assertThat(trace.path("intact").asBoolean()).isTrue();
        assertThat(trace.path("entries")).hasSize(2);
        var before = "0".repeat(64);
        for (var entry : trace.path("entries")) {
            var text = String.join(
                    "\n",
                    "kanmai-origin-1",
                    batch,
                    entry.path("place").asString(),
                    entry.path("kind").asString(),
                    entry.path("spot").asString(),
                    entry.path("words").asString(),
                    entry.path("at").asString(),
                    entry.path("toldAt").asString(),
                    before);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            assertThat(entry.path("hash").asString()).isEqualTo(HexFormat.of().formatHex(digest));
            before = entry.path("hash").asString();
        }
    }

    @Test
    void theDatabaseLetsNobodyChangeARecord() {
        var merchant = stall.merchant(port);
        var batch = batch(merchant);
        Street.must(201, tell(merchant, batch, "produced", "Picked by hand"));
        long id = Long.parseLong(batch);
        assertThatThrownBy(() -> jdbc.sql("update catalog.origin set words = 'By machine' where batch = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from catalog.origin where batch = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void whateverIsChangedInAnEntryIsFoundOut(int part) {
        var at = Instant.parse("2026-11-20T08:00:00Z");
        var told = at.plusSeconds(60);
        var kind = OriginEntry.Kind.PRODUCED;
        var entry = OriginEntry.sealed(7, 1, kind, "Hangzhou", "Picked", at, told, OriginEntry.NOTHING);
        assertThat(entry.follows(7, OriginEntry.NOTHING)).isTrue();
        var changed = switch (part) {
            case 0 -> new OriginEntry(2, kind, "Hangzhou", "Picked", at, told, entry.hash());
            case 1 -> new OriginEntry(1, OriginEntry.Kind.PACKED, "Hangzhou", "Picked", at, told, entry.hash());
            case 2 -> new OriginEntry(1, kind, "Suzhou", "Picked", at, told, entry.hash());
            case 3 -> new OriginEntry(1, kind, "Hangzhou", "Plucked", at, told, entry.hash());
            case 4 -> new OriginEntry(1, kind, "Hangzhou", "Picked", at.plusSeconds(1), told, entry.hash());
            default -> new OriginEntry(1, kind, "Hangzhou", "Picked", at, told.plusSeconds(1), entry.hash());
        };
        assertThat(changed.follows(7, OriginEntry.NOTHING)).isFalse();
        assertThat(entry.follows(8, OriginEntry.NOTHING)).isFalse();
        assertThat(entry.follows(7, entry.hash())).isFalse();
    }

    @Test
    void twoWhoTellAtOnceMakeOneChain() throws Exception {
        var merchant = stall.merchant(port);
        var batch = batch(merchant);
        Callable<Browser.Answer> tell = () -> tell(merchant, batch, "inspected", "Fine");
        try (var four = Executors.newFixedThreadPool(4)) {
            for (var answer : four.invokeAll(List.of(tell, tell, tell, tell))) {
                Street.must(201, answer.get());
            }
        }
        var trace = Street.must(200, new Browser(port).get("/api/origins/" + batch));
        assertThat(trace.path("entries")).hasSize(4);
        assertThat(trace.path("intact").asBoolean()).isTrue();
    }

    @Test
    void onlyItsMerchantAddsAndOnlyWhatCanBeTrueAndMayBeSaid() {
        var merchant = stall.merchant(port);
        var batch = batch(merchant);
        assertThat(tell(stall.merchant(port), batch, "produced", "Not mine").status())
                .isEqualTo(404);
        assertThat(tell(merchant, batch, "produced", "国家级茶园").type()).isEqualTo("/problems/advertising-words");
        assertThat(tell(merchant, batch, "produced", "two\\nlines").status()).isEqualTo(422);
        assertThat(merchant.post("/api/me/batches/" + batch + "/entries", """
                {"kind": "packed", "spot": "x", "words": "y", "at": "%s"}""".formatted(
                                        clock.instant().plus(Duration.ofDays(1))))
                        .status())
                .isEqualTo(422);
    }
}
