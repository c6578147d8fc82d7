package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.distribution.judging.PoolReplay;
import org.kanmai.launcher.ledger.Replayed;

/** Works are judged by the streams, their creators see receipts, and whoever has the files comes to the same verdicts. */
@Tag("deep")
@Tag("TD-03")
@Tag("TD-07")
@Tag("GV-17")
@SuppressWarnings("NullAway.Init") // the test sets it first
class LadderReplayTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int VIEWERS = 1_200;
    private static final int ERASED = 1_000;
    private static final int AT_ONCE = 400;

    @TempDir
    static Path data;

    private final Instant now = Instant.now();
    private Product product;

    @Test
    void verdictsFollowFromTheFilesBitForBitAlsoAfterPeopleAreErased() throws Exception {
        var soon = Map.<String, Object>of("kanmai.ledger.first", "PT5S", "kanmai.ledger.every", "PT3S");
        long judged;
        try (var started = Product.start(Kind.DEMO, data, soon)) {
            product = started;
            var good = published(7, "chen");
            var bad = published(8, "dora");
            var people = settled();
            watched(people, good, 8_000);
            watched(people, bad, 700);
            awaitVerdict(good, "promoted-on-evidence");
            awaitVerdict(bad, "stopped-on-evidence");
            assertThat(product.signedIn("dora").call("GET", "/api/works/" + bad + "/journey", "", ""))
                    .contains("\"next\":\"end\"")
                    .contains("\"lacking\"");
            erase();
            awaitSealed();
            judged = judged();
        }
        PoolReplay.Result replayed = Replayed.of(data);
        assertThat(judged).isGreaterThanOrEqualTo(2);
        assertThat(replayed.equal()).isEqualTo(judged);
        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.waiting()).isZero();
    }

    private String published(long media, String handle) throws Exception {
        product.signedUp(handle);
        if (media == 7) {
            product.signedUp("olga");
            product.makeOperator("olga");
        }
        long creator = product.number("select id from identity.person where handle = '" + handle + "'");
        product.film(media, creator);
        var answer = product.signedIn("olga")
                .call(
                        "POST",
                        "/api/works/import",
                        """
                {"works": [{"creator": "%d", "media": "%d", "title": "Tea of %s", "scene": "kitchen",
                            "fingerprint": "%016x", "publishedAt": "%s"}]}
                """.formatted(creator, media, handle, media, now.minus(Duration.ofHours(50))),
                        "");
        assertThat(answer).contains("\"imported\":1");
        return product.texts("select id from content.work where creator = " + creator)
                .getFirst();
    }

    private List<String> settled() throws Exception {
        for (int from = 0; from < VIEWERS; from += AT_ONCE) {
            var people = IntStream.range(from, Math.min(VIEWERS, from + AT_ONCE))
                    .mapToObj(each -> "{\"handle\": \"v%d\", \"name\": \"V\", \"joinedAt\": \"%s\"}"
                            .formatted(each + 1_000, now.minus(Duration.ofHours(49))))
                    .collect(Collectors.joining(","));
            product.signedIn("olga").call("POST", "/api/imports/history/people", "{\"people\": [" + people + "]}", "");
        }
        return product.texts("select id from identity.person where handle like 'v____' order by id");
    }

    /** One after the other in two days, each sees the work on a page of its own. */
    private void watched(List<String> people, String work, int millis) throws Exception {
        var pages = new ArrayList<String>();
        for (int each = 0; each < people.size(); each++) {
            pages.add("""
                    {"viewer": "%s", "at": "%s", "stratum": 2, "items": [{"work": "%s", "source": "explore",
                     "slot": "ranked", "propensity": 1, "seenAfter": 500,
                     "watched": {"millis": %d, "played": %d, "position": %d, "loops": 0}}]}
                    """.formatted(
                            people.get(each),
                            now.minus(Duration.ofDays(2)).plus(Duration.ofMinutes(2L * each)),
                            work,
                            millis,
                            millis,
                            millis));
        }
        for (int from = 0; from < pages.size(); from += 140) {
            var part = pages.subList(from, Math.min(pages.size(), from + 140));
            product.signedIn("olga")
                    .call("POST", "/api/imports/history/pages", """
                    {"key": "%s-%d", "pages": [%s]}""".formatted(work, from, String.join(",", part)), "");
        }
    }

    private void awaitVerdict(String work, String verdict) {
        await().atMost(PATIENCE)
                .until(() -> product.texts(
                                "select coalesce(verdict, '') from traffic.pool where pool = 1 and work = " + work)
                        .contains(verdict));
    }

    /** Most viewers go: their names do, the facts under their pseudonyms stay as they are. */
    private void erase() throws SQLException {
        product.change("""
                delete from identity.pseudonym
                 where person in (select id from identity.person where handle like 'v____' order by id limit %d)
                """.formatted(ERASED));
    }

    /** A work that went on may be judged in its next pool too, if the past has shown it to enough people. */
    private long judged() throws SQLException {
        return product.number("select count(*) from traffic.pool where judged is not null");
    }

    private void awaitSealed() {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(data.resolve("ledger/heads.txt"))
                        && product.number("select count(*) from insight.file where part = 'raw' and state <> 'dropped'")
                                > 0
                        && Files.readString(data.resolve("ledger/entries.txt"), StandardCharsets.US_ASCII)
                                        .lines()
                                        .count()
                                == product.number("select count(*) from insight.file where part = 'raw'")
                        && Replayed.of(data).equal() == judged());
    }
}
