package org.kanmai.simulator.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.tongue.Tongue;
import tools.jackson.databind.JsonNode;

class CrowdTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aCrowdTellsOnlyWhatHappened() {
        var time = new FakeTime();
        try (var feed = new FakeFeed(time)) {
            assertThat(watch(feed.address(), 3, 1.0, time)).isEqualTo(Crowd.Ending.DONE);
            assertThat(feed.broken).isEmpty();
            assertThat(feed.visitors).hasSizeBetween(2, 4);
            assertThat(feed.agreed).as("some agree to be profiled").isNotEmpty();
            assertThat(kinds(feed, "exposed")).isNotEmpty();
            assertThat(kinds(feed, "watched")).isNotEmpty();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("exposures told", "" + kinds(feed, "exposed").size(), "p99");
        }
    }

    @Test
    void fasterPeopleClaimNoMoreThanPassed() throws InterruptedException {
        var time = new FakeTime();
        try (var feed = new FakeFeed(time)) {
            live(feed, time, 7, 20);
            assertThat(feed.broken).isEmpty();
            assertThat(feed.pages).isGreaterThan(3);
        }
    }

    @Test
    void slowerPeopleWatchNoLongerThanTheyWant() throws InterruptedException {
        var time = new FakeTime();
        try (var feed = new FakeFeed(time)) {
            live(feed, time, 7, 0.1);
            assertThat(feed.broken).isEmpty();
            var habits = new Habits(1, 0.1, 7);
            assertThat(kinds(feed, "watched"))
                    .isNotEmpty()
                    .allSatisfy(fact -> assertThat(fact.path("watchedMillis").asLong())
                            .isLessThanOrEqualTo(habits.watchesMillis(
                                    0, FakeFeed.item(fact.path("token").asString()))));
        }
    }

    @Test
    void theSameSeedDoesTheSame() throws InterruptedException {
        assertThat(acts(7)).isNotEmpty().isEqualTo(acts(7)).isNotEqualTo(acts(8));
    }

    @Test
    void aBusyServerIsLeftAloneForAsLongAsItAsks() throws InterruptedException {
        var time = new FakeTime();
        try (var feed = new FakeFeed(time)) {
            feed.busyAnswers = 2;
            var counts = live(feed, time, 7, 1);
            assertThat(counts.counted().busy()).isEqualTo(2);
            assertThat(counts.counted().pages()).isPositive();
            assertThat(time.passed().subList(1, 3))
                    .allSatisfy(millis -> assertThat(millis).isBetween(7_000L, 8_000L));
            assertThat(feed.broken).isEmpty();
        }
    }

    @Test
    void refusalsAreCountedByReason() throws InterruptedException {
        var time = new FakeTime();
        try (var feed = new FakeFeed(time)) {
            feed.refusing = true;
            var counted = live(feed, time, 7, 1).counted();
            assertThat(counted.exposures()).isZero();
            assertThat(counted.watchedMillis()).isZero();
            assertThat(counted.exposuresRefused()).containsOnlyKeys("expired").containsValue((long)
                    kinds(feed, "exposed").size());
        }
    }

    @Test
    void withoutAServerNobodyGoes() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertThat(watch(nobody, 1, 1, new FakeTime())).isEqualTo(Crowd.Ending.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No server answers");
        assertThat(out.size()).isZero();
    }

    @Test
    void anotherServerIsNoKanmai() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        other.start();
        try {
            var address = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
            assertThat(watch(address, 1, 1, new FakeTime())).isEqualTo(Crowd.Ending.FAILED);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("not a Kanmai");
        } finally {
            other.stop(0);
        }
    }

    private Crowd.Ending watch(URI address, int people, double pace, Time time) {
        out.reset();
        err.reset();
        var told = new Told(
                Tongue.ENGLISH,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Crowd.watch(new CrowdArguments(address, people, 5, pace, 7), told, time);
    }

    private static Counts live(FakeFeed feed, FakeTime time, long seed, double pace) throws InterruptedException {
        var counts = new Counts();
        try (var server = new Server(feed.address(), time)) {
            new Person(0, new Habits(1, pace, seed), server, new Shift(time, 300_000), counts).live();
        }
        return counts;
    }

    private static List<String> acts(long seed) throws InterruptedException {
        var time = new FakeTime();
        try (var feed = new FakeFeed(time)) {
            live(feed, time, seed, 1);
            return feed.facts.stream().map(JsonNode::toString).sorted().toList();
        }
    }

    private static List<JsonNode> kinds(FakeFeed feed, String kind) {
        return feed.facts.stream()
                .filter(fact -> fact.path("kind").asString("").equals(kind))
                .toList();
    }
}
