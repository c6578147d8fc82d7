package org.kanmai.app.live.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Pushing;
import org.kanmai.app.live.pulling.Elsewhere;
import org.kanmai.app.live.pulling.Passes;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.app.live.rtmp.Pushed;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.web.WebSettings;
import org.kanmai.facts.Binary;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A room from its opening to its end: pushed to by the real ffmpeg, watched and talked in through its sockets. */
@KanmaiTest
@Timeout(120)
class RoomsTests {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    private final Premiere premiere;
    private final Street street;
    private final TestClock clock;
    private final WebSettings web;
    private final Air air;
    private final Passes passes;
    private final Elsewhere elsewhere;
    private final int port;

    RoomsTests(
            Premiere premiere,
            Street street,
            TestClock clock,
            WebSettings web,
            Air air,
            Passes passes,
            Elsewhere elsewhere,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.street = street;
        this.clock = clock;
        this.web = web;
        this.air = air;
        this.passes = passes;
        this.elsewhere = elsewhere;
        this.port = port;
    }

    private Player host() {
        var host = premiere.player(port, "tea");
        verify(host.handle());
        return host;
    }

    private void verify(String handle) {
        Street.must(200, premiere.operator(port).browser().put("/api/people/" + handle + "/verification", ""));
    }

    private static String open(Browser host) {
        return Street.must(201, host.post("/api/me/rooms", "{\"title\": \"Spring tea, live\"}"))
                .path("id")
                .asString();
    }

    private static Process push(Browser host, int seconds) throws IOException {
        return Pushing.of(host, "testsrc2=s=320x180:r=25", seconds);
    }

    /** Everything that comes out of a socket. */
    private static final class Listening implements WebSocket.Listener {
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            var part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.countDown();
            return null;
        }

        synchronized int size() {
            return bytes.size();
        }

        boolean heard(String words) {
            return texts.stream().anyMatch(each -> each.contains(words));
        }
    }

    private Listening listen(String path) {
        var listening = new Listening();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), listening)
                .join();
        return listening;
    }

    /** Its viewers see the beginning and what follows; it is let in by its pass only, and counted as nobody. */
    private void anotherProcessPullsWhatIsPushedHereAndTakesNoPushOfIt(RoomId room) throws Exception {
        var homes = elsewhere.homes();
        assertThat(homes.take(room)).isFalse();
        assertThatThrownBy(() -> listen("/live/" + room + "/node")).hasMessageContaining("WebSocketHandshakeException");
        int before = air.viewers(room);
        var there = new OnAir(1, Optional::empty, () -> {});
        var viewer = there.join();
        var pulls = new Pulls(homes, passes);
        try {
            pulls.tend(Map.of(room, there));
            assertThat(viewer.next(10_000)).containsInstanceOf(Piece.Begins.class);
            assertThat(viewer.next(10_000))
                    .hasValueSatisfying(piece -> assertThat(piece)
                            .isInstanceOfSatisfying(
                                    Piece.Goes.class,
                                    goes -> assertThat(goes.fragment().keyframe())
                                            .isTrue()));
            assertThat(viewer.next(10_000)).containsInstanceOf(Piece.Goes.class);
            assertThat(there.isPushed()).isTrue();
            assertThat(air.viewers(room)).isEqualTo(before);
            there.leave(viewer);
            pulls.tend(Map.of(room, there));
            assertThat(there.isPushed()).isFalse();
        } finally {
            pulls.destroy();
        }
    }

    private static String state(Browser anyone, String room) {
        return Street.must(200, anyone.get("/api/rooms/" + room)).path("state").asString();
    }

    @Test
    @Tag("CR-17")
    void onlyWhoseNameIsKnownGoesLiveAndInOneRoom() {
        var stranger = premiere.player(port, "stranger").browser();
        assertThat(stranger.post("/api/me/rooms", "{\"title\": \"Hello\"}").type())
                .endsWith("real-name-needed");
        var host = host().browser();
        open(host);
        assertThat(host.post("/api/me/rooms", "{\"title\": \"Another\"}").type())
                .endsWith("one-room");
        assertThat(host().browser().post("/api/me/rooms", "{\"title\": \" \"}").status())
                .isEqualTo(422);
    }

    @Test
    @Tag("LC-01")
    void whoWatchesSeesWhatIsPushedAndHearsWhatIsSaid() throws Exception {
        var host = host();
        var room = open(host.browser());
        var anna = Browser.of(port, Cast.handle("anna"));
        var pushing = push(host.browser(), 40);
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> state(anna, room).equals("live"));
            var picture = listen("/live/" + room + "/stream");
            var talk = listen("/live/" + room + "/talk");
            await().atMost(Duration.ofSeconds(30)).until(() -> picture.heard("avc1") && picture.size() > 20_000);
            assertThat(picture.texts).hasSize(1);
            assertThat(push(host.browser(), 1).waitFor()).isNotZero();
            anotherProcessPullsWhatIsPushedHereAndTakesNoPushOfIt(RoomId.parse(room));

            assertThat(anna.post("/api/rooms/" + room + "/talk", "{\"text\": \"How fresh is it?\"}")
                            .status())
                    .isEqualTo(202);
            await().atMost(Duration.ofSeconds(10)).until(() -> talk.heard("How fresh is it?"));
            assertThat(anna.post("/api/rooms/" + room + "/talk", "{\"text\": \"and\"}")
                            .type())
                    .endsWith("too-fast");
            var late = listen("/live/" + room + "/talk");
            await().atMost(Duration.ofSeconds(10)).until(() -> late.heard("How fresh is it?"));
            assertThat(Street.must(200, anna.get("/api/rooms")).toString()).contains(room, "\"onAir\":true");

            Street.must(200, host.browser().post("/api/me/rooms/" + room + "/end", ""));
            assertThat(picture.closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(state(anna, room)).isEqualTo("ended");
            assertThat(pushing.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.size(web.data().resolve("live/" + room + "/0001.mp4")))
                    .isGreaterThan(20_000);
        } finally {
            pushing.destroyForcibly();
        }
    }

    @Test
    @Tag("LC-01")
    void whereMediaSourcesAreMissingTheSameFragmentsArePlayedAsAPlaylist() throws Exception {
        var host = host();
        var room = open(host.browser());
        var anna = new Browser(port);
        var path = "/api/rooms/" + room + "/picture";
        assertThat(anna.get(path + ".m3u8").status()).isEqualTo(404);
        var pushing = push(host.browser(), 40);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> anna.get(path + ".m3u8").body().contains(".m4s"));
            var probe = BINARY.command(List.of(
                            "-v",
                            "error",
                            "-i",
                            "http://127.0.0.1:" + port + path + ".m3u8",
                            "-frames:v",
                            "40",
                            "-f",
                            "framecrc",
                            "-"))
                    .redirectErrorStream(true)
                    .start();
            var frames = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(frames.lines().filter(line -> line.startsWith("0,")))
                    .as(frames)
                    .hasSizeGreaterThanOrEqualTo(40);
            assertThat(anna.get(path + "/1.m4s").status()).isEqualTo(404);
            assertThat(anna.get(path + "/..%2f1.m4s").status()).isBetween(400, 404);
            Street.must(200, host.browser().post("/api/me/rooms/" + room + "/end", ""));
            assertThat(anna.get(path + ".m3u8").status()).isEqualTo(404);
        } finally {
            pushing.destroyForcibly();
        }
    }

    @Test
    @Tag("LC-01")
    void aPushWithoutAPictureMakesNoRoomLiveAndGivesWayToOneThatHas() throws Exception {
        var host = host();
        var room = open(host.browser());
        var key = Street.must(200, host.browser().get("/api/me/stream-key"));
        var silent = air.admit(key.path("key").asString()).orElseThrow();
        assertThat(state(host.browser(), room)).isEqualTo("open");
        assertThat(air.admit(key.path("key").asString())).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> push(host.browser(), 3).waitFor() == 0);
        assertThatThrownBy(() -> silent.take(Pushed.Medium.AUDIO, 0, Binary.EMPTY))
                .isInstanceOf(IOException.class);
        silent.over();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state(host.browser(), room).equals("live"));
        assertThat(web.data().resolve("live/" + room + "/0001.mp4")).exists();
    }

    @Test
    @Tag("LC-16")
    void anOperatorCutsARoomAtOnceAndItsReasonIsThere() throws Exception {
        var host = host();
        var room = open(host.browser());
        var pushing = push(host.browser(), 40);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> state(host.browser(), room).equals("live"));
            var picture = listen("/live/" + room + "/stream");
            await().atMost(Duration.ofSeconds(30)).until(() -> picture.size() > 0);
            var operator = premiere.operator(port).browser();
            var cut = """
                    {"step": "cut", "violation": "counterfeit", "note": "Sells what is not allowed"}""";
            Street.must(201, operator.post("/api/live-wall/" + room + "/measures", cut));
            assertThat(picture.closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(pushing.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(operator.post("/api/live-wall/" + room + "/measures", cut)
                            .type())
                    .endsWith("room-over");
            assertThat(Street.must(200, host.browser().get("/api/me/rooms"))
                            .at("/items/0/reason")
                            .asString())
                    .isEqualTo("Sells what is not allowed");
            assertThat(host.browser().get("/api/rooms/" + room).body()).doesNotContain("Sells what is not allowed");
        } finally {
            pushing.destroyForcibly();
        }
    }

    @Test
    @Tag("LC-01")
    void aPushThatBreaksOffComesBackAndOneThatDoesNotEndsTheRoom() throws Exception {
        var host = host();
        var room = open(host.browser());
        assertThat(push(host.browser(), 3).waitFor(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state(host.browser(), room).equals("live"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Street.must(200, host.browser().get("/api/rooms/" + room))
                        .path("onAir")
                        .asBoolean());
        assertThat(state(host.browser(), room)).isEqualTo("live");
        assertThat(push(host.browser(), 3).waitFor(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(web.data().resolve("live/" + room + "/0002.mp4")));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    clock.forward(Duration.ofSeconds(70));
                    return state(host.browser(), room).equals("ended");
                });
        assertThat(push(host.browser(), 1).waitFor()).isNotZero();
    }

    @Test
    @Tag("LC-02")
    void aShelfHoldsTheShopsOwnGoodsAndOneOfThemIsExplained() {
        var shop = street.shop(port, 9);
        var other = street.shop(port, 9);
        var host = shop.merchant();
        verify(Street.must(200, host.get("/api/me")).at("/person/handle").asString());
        var room = open(host);
        var path = "/api/me/rooms/" + room;
        assertThat(host.put(path + "/goods", "{\"products\": [\"" + other.product() + "\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(host.put(path + "/explained", "{\"product\": \"" + shop.product() + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(host.put(path + "/goods", "{\"products\": [\"" + shop.product() + "\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(host.put(path + "/explained", "{\"product\": \"" + shop.product() + "\"}")
                        .status())
                .isEqualTo(204);
        var goods = Street.must(200, host.get("/api/rooms/" + room + "/goods"));
        assertThat(goods.at("/items/0/id").asString()).isEqualTo(shop.product());
        assertThat(goods.at("/explained/product").asString()).isEqualTo(shop.product());
        assertThat(host.put(path + "/goods", "{\"products\": []}").status()).isEqualTo(204);
        assertThat(Street.must(200, host.get("/api/rooms/" + room + "/goods"))
                        .path("explained")
                        .isNull())
                .isTrue();
        assertThat(other.merchant().put(path + "/goods", "{\"products\": []}").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CP-06")
    @Tag("LC-11")
    void whatWasExplainedBecomesAFilm() throws Exception {
        var shop = street.shop(port, 9);
        var host = shop.merchant();
        verify(Street.must(200, host.get("/api/me")).at("/person/handle").asString());
        var room = open(host);
        var path = "/api/me/rooms/" + room;
        host.put(path + "/goods", "{\"products\": [\"" + shop.product() + "\"]}");
        var pushing = push(host, 40);
        try {
            var picture = listen("/live/" + room + "/stream");
            await().atMost(Duration.ofSeconds(30)).until(() -> picture.size() > 20_000);
            host.put(path + "/explained", "{\"product\": \"" + shop.product() + "\"}");
            assertThat(Street.must(200, host.get(path + "/slices"))
                            .path("items")
                            .isEmpty())
                    .isTrue();
            var seen = picture.size();
            await().atMost(Duration.ofSeconds(30)).until(() -> picture.size() > seen + 40_000);
            host.put(path + "/explained", "{\"product\": null}");
        } finally {
            pushing.destroy();
            pushing.waitFor();
        }
        var mark = Street.must(200, host.get(path + "/slices")).at("/items/0");
        assertThat(mark.path("title").asString()).isEqualTo("明前龙井");
        var wish = "{\"mark\": \"" + mark.path("mark").asString() + "\"}";
        var upload = Street.must(201, host.post(path + "/slices", wish))
                .path("upload")
                .asString();
        assertThat(Street.must(200, host.get("/api/uploads/" + upload))
                        .path("state")
                        .asString())
                .isIn("queued", "transcoding", "ready");
        assertThat(host.post(path + "/slices", "{\"mark\": \"1\"}").status()).isEqualTo(404);
        assertThat(premiere.player(port, "other")
                        .browser()
                        .get(path + "/slices")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoWasMutedSaysNothingMoreThere() {
        var host = host().browser();
        var room = open(host);
        var handle = Cast.handle("loud");
        var loud = Browser.of(port, handle);
        assertThat(host.put("/api/me/rooms/" + room + "/muted/" + handle, "").status())
                .isEqualTo(204);
        assertThat(loud.post("/api/rooms/" + room + "/talk", "{\"text\": \"Hey\"}")
                        .type())
                .endsWith("muted");
        assertThat(host.delete("/api/me/rooms/" + room + "/muted/" + handle, "").status())
                .isEqualTo(204);
        clock.forward(Duration.ofSeconds(2));
        assertThat(loud.post("/api/rooms/" + room + "/talk", "{\"text\": \"Hey\"}")
                        .status())
                .isEqualTo(202);
        assertThat(loud.post("/api/rooms/" + room + "/talk", "{\"text\": \"\"}").status())
                .isEqualTo(422);
        clock.forward(Duration.ofSeconds(2));
        assertThat(loud.post("/api/rooms/1/talk", "{\"text\": \"Hey\"}").status())
                .isEqualTo(404);
    }
}
