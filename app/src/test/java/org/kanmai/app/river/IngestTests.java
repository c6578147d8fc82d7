package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.app.river.Spectator.exposed;
import static org.kanmai.app.river.Spectator.watched;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
class IngestTests {
    private final Tickets tickets;
    private final Logged logged;
    private final Wire wire;
    private final Seen seen;
    private final int port;
    private final Spectator anna;
    private final Pseudonym pseudonym;

    IngestTests(Tickets tickets, Logged logged, Wire wire, Seen seen, @LocalServerPort int port) {
        this.tickets = tickets;
        this.logged = logged;
        this.wire = wire;
        this.seen = seen;
        this.port = port;
        this.anna = Spectator.at(port);
        this.pseudonym = anna.pseudonym();
    }

    @Test
    @Tag("GV-01")
    void badItemsAreNamedWithTheirReasonAndGoodOnesAreKept() {
        var good = tickets.served(pseudonym);
        var other = tickets.served(pseudonym);
        var foreign = tickets.served(new Pseudonym(7));
        var expired =
                tickets.served(pseudonym, new WorkId(1), Duration.ofHours(24).plusSeconds(1));
        assertThat(anna.told(
                        exposed(good),
                        exposed(good.substring(0, 50) + (good.charAt(50) == 'A' ? "B" : "A") + good.substring(51)),
                        exposed(expired),
                        exposed(foreign),
                        "{\"kind\": \"liked\", \"token\": \"%s\"}".formatted(good),
                        "{\"kind\": \"exposed\", \"token\": \"%s\", \"screen\": \"1080x1920\"}".formatted(good),
                        "{\"kind\": \"exposed\"}",
                        "7",
                        "{\"kind\": \"exposed\", \"token\": 7}",
                        "{\"kind\": \"shared\", \"token\": \"%s\", \"channel\": \"pigeon\"}".formatted(good),
                        watched(good, 0, 1, 1, 0),
                        watched(good, 1, 90_000, 8_000, 0),
                        watched(good, 1, 20_000, 8_000, 3),
                        watched(good, 1, 20_000, 10_001, 0),
                        exposed(good),
                        exposed(other)))
                .containsExactly(
                        "2 accepted",
                        "1 forged",
                        "2 expired",
                        "3 foreign",
                        "4 unknown-kind",
                        "5 unknown-field",
                        "6 malformed",
                        "7 malformed",
                        "8 malformed",
                        "9 out-of-range",
                        "10 out-of-range",
                        "11 impossible",
                        "12 impossible",
                        "13 impossible",
                        "14 duplicate");
        assertThat(logged.facts(pseudonym, Exposed.class).stream().map(Exposed::terms))
                .containsExactly(tickets.terms(good), tickets.terms(other));
    }

    @Test
    void aRetryIsTheSameFact() {
        var token = tickets.served(pseudonym);
        var batch = new String[] {
            exposed(token),
            watched(token, 1, 3_000, 3_000, 0),
            "{\"kind\": \"opened\", \"token\": \"%s\", \"target\": \"profile\"}".formatted(token),
            "{\"kind\": \"shared\", \"token\": \"%s\", \"channel\": \"copy\"}".formatted(token)
        };
        anna.tell(batch);
        anna.tell(batch);
        for (var kind : List.of(Exposed.class, Watched.class, Opened.class, Shared.class)) {
            var identities = identities(kind);
            assertThat(identities).as(kind.getSimpleName()).hasSize(2);
            assertThat(identities.getFirst()).isEqualTo(identities.getLast());
        }
    }

    @Test
    void whatElseWasOpenedIsAnotherFact() {
        var token = tickets.served(pseudonym);
        anna.tell(
                "{\"kind\": \"opened\", \"token\": \"%s\", \"target\": \"profile\"}".formatted(token),
                "{\"kind\": \"opened\", \"token\": \"%s\", \"target\": \"comments\"}".formatted(token));
        assertThat(identities(Opened.class)).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void whatAnExposureLedToIsOfItsDay() {
        var token = tickets.served(pseudonym);
        anna.tell(
                "{\"kind\": \"opened\", \"token\": \"%s\", \"target\": \"product\"}".formatted(token),
                "{\"kind\": \"shared\", \"token\": \"%s\", \"channel\": \"copy\"}".formatted(token));
        var served = Ids.madeAt(tickets.terms(token).exposure().value());
        assertThat(logged.facts(pseudonym, Opened.class))
                .singleElement()
                .satisfies(opened -> assertThat(Ids.madeAt(opened.id())).isEqualTo(served));
        assertThat(logged.facts(pseudonym, Shared.class))
                .singleElement()
                .satisfies(shared -> assertThat(Ids.madeAt(shared.id())).isEqualTo(served));
    }

    private List<String> identities(Class<? extends Fact> kind) {
        return logged.facts(pseudonym, kind).stream().map(Fact::identity).toList();
    }

    @Test
    void watchingIsCumulativeByItsSequence() {
        var token = tickets.served(pseudonym);
        assertThat(anna.told(watched(token, 1, 3_000, 3_000, 0), watched(token, 2, 6_000, 6_000, 0)))
                .containsExactly("2 accepted");
        var exposure = tickets.terms(token).exposure();
        assertThat(logged.facts(pseudonym, Watched.class))
                .extracting(Watched::identity, Watched::watchedMillis, Watched::durationMillis)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(exposure + ":1", 3_000, Tickets.EIGHT_SECONDS),
                        org.assertj.core.groups.Tuple.tuple(exposure + ":2", 6_000, Tickets.EIGHT_SECONDS));
    }

    @Test
    void aBatchOfMoreThan100FactsIsRefusedWhole() {
        var facts = new ArrayList<>(Collections.nCopies(100, "{}"));
        assertThat(anna.told(facts.toArray(String[]::new))).hasSize(101).contains("99 malformed");
        facts.add(exposed(tickets.served(pseudonym)));
        assertThat(anna.tell(facts.toArray(String[]::new)).status()).isEqualTo(413);
        assertThat(logged.facts(pseudonym, Exposed.class)).isEmpty();
    }

    @Test
    void aBatchOfMoreThan64KilobytesIsRefusedWhole() {
        var batch = "{\"facts\": [" + exposed(tickets.served(pseudonym)) + "]}";
        var largest = batch + " ".repeat(64 * 1024 - batch.length());
        assertThat(anna.browser().post("/api/facts", largest + " ").status()).isEqualTo(413);
        assertThat(logged.facts(pseudonym, Exposed.class)).isEmpty();
        assertThat(anna.browser().post("/api/facts", largest).status()).isEqualTo(200);
        assertThat(logged.facts(pseudonym, Exposed.class)).hasSize(1);
    }

    @Test
    @Tag("GV-01")
    void aBatchThatHoldsAnythingElseIsRefused() {
        var token = exposed(tickets.served(pseudonym));
        for (var body :
                List.of("{\"facts\": [" + token + "], \"screen\": 1}", "[" + token + "]", "{\"facts\": {}}", "{", "")) {
            assertThat(anna.browser().post("/api/facts", body).status())
                    .as(body)
                    .isEqualTo(422);
        }
        assertThat(logged.facts(pseudonym, Exposed.class)).isEmpty();
    }

    /** A page that goes sends a string without a header of its own: no CSRF, and text/plain or no type at all. */
    @Test
    void whatABeaconSendsIsTaken() throws Exception {
        for (var type : List.of("", "text/plain;charset=UTF-8")) {
            var body = "{\"facts\": [" + exposed(tickets.served(pseudonym)) + "]}";
            assertThat(beacon(body, type)).as(type).contains("\"accepted\":1");
        }
    }

    private String beacon(String body, String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/facts"))
                .header("Cookie", "kanmai_visitor=" + anna.browser().cookie("kanmai_visitor"))
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    @Test
    void nothingCountsAsSeenWhileTheLogDoesNotAnswer() {
        var work = new WorkId(4_000_000_001L);
        var token = tickets.served(pseudonym, work, Duration.ofMinutes(1));
        wire.fault(pseudonym, Wire.Fault.LOST);
        var away = anna.tell(exposed(token));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.type()).endsWith("log-away");
        assertThat(seen.by(pseudonym).orElseThrow().contains(work.value())).isFalse();
        wire.mend(pseudonym);
        assertThat(anna.told(exposed(token))).containsExactly("1 accepted");
        assertThat(seen.by(pseudonym).orElseThrow().contains(work.value())).isTrue();
        assertThat(logged.facts(pseudonym, Exposed.class)).hasSize(1);
    }
}
