package org.kanmai.app.live.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.live.rooms.Air;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Another server for RTMP asks as nginx-rtmp and SRS do; an ffmpeg that listens stands for it, and the picture is pulled from there. */
@KanmaiTest
@Timeout(120)
@Tag("LC-01")
class IngestTests {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));
    private static final String SECRET = "of nginx and of nobody else";

    private final Premiere premiere;
    private final Air air;
    private final Ffmpeg ffmpeg;
    private final int port;

    IngestTests(Premiere premiere, Air air, Ffmpeg ffmpeg, @LocalServerPort int port) {
        this.premiere = premiere;
        this.air = air;
        this.ffmpeg = ffmpeg;
        this.port = port;
    }

    private record Stage(RoomId room, String key) {}

    private Stage stage() {
        var host = premiere.player(port, "tea");
        Street.must(200, premiere.operator(port).browser().put("/api/people/" + host.handle() + "/verification", ""));
        var room = Street.must(201, host.browser().post("/api/me/rooms", "{\"title\": \"Tea\"}"))
                .path("id")
                .asString();
        var key = Street.must(200, host.browser().get("/api/me/stream-key"))
                .path("key")
                .asString();
        return new Stage(RoomId.parse(room), key);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process server(String address) throws IOException {
        return BINARY.command(List.of(
                        "-nostdin",
                        "-re",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=25",
                        "-t",
                        "60",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "300k",
                        "-g",
                        "25",
                        "-f",
                        "flv",
                        "-listen",
                        "1",
                        address))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aPictureIsPulledFromTheServerThatAskedAndNowhereElse() throws Exception {
        var stage = stage();
        var source = "rtmp://127.0.0.1:" + freePort() + "/live";
        var http = new IngestHttp(new Ingest(new IngestSettings(SECRET, URI.create(source)), air, ffmpeg));
        assertThatThrownBy(() -> http.publish("another secret of 16", stage.key, "1"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> http.publish(SECRET, "0".repeat(32), "1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> http.publish(SECRET, "../../" + stage.key, "1"))
                .isInstanceOf(Refusal.class);
        var server = server(source + "/" + stage.key);
        try {
            assertThat(http.update(SECRET, "update_publish", stage.key, "1"))
                    .as("a push that was there before this process is pulled when it is heard of")
                    .isEqualTo("0");
            assertThatThrownBy(() -> http.publish(SECRET, stage.key, "2"))
                    .as("a second push with the same key")
                    .isInstanceOf(Refusal.class);
            http.done(SECRET, stage.key, "2");
            await().atMost(Duration.ofSeconds(60)).until(() -> air.isPushed(stage.room));
            assertThat(http.update(SECRET, "update_publish", stage.key, "1")).isEqualTo("0");
            assertThatThrownBy(() -> http.update(SECRET, "update_publish", "0".repeat(32), "3"))
                    .isInstanceOf(Refusal.class);
            assertThat(http.update(SECRET, "update_play", stage.key, "4")).isEqualTo("0");
            var told = JsonMapper.shared().readTree("""
                    {"action": "on_unpublish", "app": "live", "stream": "%s", "client_id": "1"}""".formatted(stage.key));
            assertThat(http.srs(SECRET, told)).isEqualTo("0");
            await().atMost(Duration.ofSeconds(30)).until(() -> !air.isPushed(stage.room));
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void whereThereIsNoSuchServerNobodyIsTrusted() {
        var browser = new Browser(port);
        assertThat(browser.post("/api/live-ingest/srs?secret=", "{\"action\": \"on_publish\", \"stream\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThatThrownBy(() -> new IngestSettings("short", URI.create("rtmp://127.0.0.1/live")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IngestSettings(SECRET, URI.create("http://127.0.0.1/live")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
