package org.kanmai.app.live.replays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Pushing;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.web.WebSettings;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A room that has ended is played again once it was reviewed, with what was explained and said, until it is forgotten. */
@KanmaiTest
@Timeout(180)
class ReplaysTests {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    private final Premiere premiere;
    private final Street street;
    private final Retention retention;
    private final JdbcClient jdbc;
    private final WebSettings web;
    private final Clock clock;
    private final int port;

    ReplaysTests(
            Premiere premiere,
            Street street,
            Retention retention,
            JdbcClient jdbc,
            WebSettings web,
            Clock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.street = street;
        this.retention = retention;
        this.jdbc = jdbc;
        this.web = web;
        this.clock = clock;
        this.port = port;
    }

    private String broadcast(Browser host, String product) throws Exception {
        var room = Street.must(201, host.post("/api/me/rooms", "{\"title\": \"Tea\"}"))
                .path("id")
                .asString();
        host.put("/api/me/rooms/" + room + "/goods", "{\"products\": [\"" + product + "\"]}");
        var recording = web.data().resolve("live/" + room + "/0001.mp4");
        var pushing = Pushing.of(host, "testsrc2=s=320x180:r=25", 60);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(recording) && Files.size(recording) > 100_000);
            host.put("/api/me/rooms/" + room + "/explained", "{\"product\": \"" + product + "\"}");
            var anna = Browser.of(port, Cast.handle("anna"));
            assertThat(anna.post("/api/rooms/" + room + "/talk", "{\"text\": \"How fresh is it?\"}")
                            .status())
                    .isEqualTo(202);
            long size = Files.size(recording);
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.size(recording) > size + 60_000);
            await().atMost(Duration.ofSeconds(30)).until(() -> said(room) == 1);
            Street.must(200, host.post("/api/me/rooms/" + room + "/end", ""));
        } finally {
            pushing.destroyForcibly();
        }
        return room;
    }

    private long said(String room) {
        return jdbc.sql("select count(*) as said from live.said where room = :room")
                .param("room", Long.parseLong(room))
                .query((row, number) -> row.getLong("said"))
                .single();
    }

    private static JsonNode replay(Browser viewer, String room) {
        return Street.must(200, viewer.get("/api/rooms/" + room + "/replay"));
    }

    @Test
    @Tag("LC-11")
    @Tag("LC-17")
    void aRoomIsPlayedAgainOnceItWasReviewedAndForgottenWhenItsTimeIsOver() throws Exception {
        var operator = premiere.operator(port);
        var shop = street.shop(port, 9);
        var host = shop.merchant();
        var handle = Street.must(200, host.get("/api/me")).at("/person/handle").asString();
        Street.must(200, operator.browser().put("/api/people/" + handle + "/verification", ""));
        var room = broadcast(host, shop.product());
        var own = "/api/me/rooms/" + room + "/replay";
        var anyone = new Browser(port);

        assertThat(replay(anyone, room).path("playlist").isNull()).isTrue();
        assertThat(premiere.player(port, "other").browser().post(own, "").status())
                .isEqualTo(404);
        assertThat(host.post(own, "").status()).isEqualTo(202);
        assertThat(host.post(own, "").type()).endsWith("published");
        assertThat(replay(host, room).path("standing").asString()).isEqualTo("reviewing");
        assertThat(replay(anyone, room).path("playlist").isNull()).isTrue();
        assertThat(anyone.get("/api/rooms/" + room + "/replay.m3u8").status()).isEqualTo(404);
        assertThat(anyone.get("/api/rooms/" + room + "/replay/1.mp4").status()).isEqualTo(404);
        assertThat(replay(operator.browser(), room).path("playlist").isNull()).isFalse();
        assertThat(Street.must(200, operator.browser().get("/api/reviews?kind=room"))
                        .toString())
                .contains("\"title\":\"Tea\"");

        Street.must(200, premiere.decide(operator, Long.parseLong(room), "{\"approve\": true}"));
        var shown = replay(anyone, room);
        long chapter = shown.at("/chapters/0/atMillis").asLong();
        assertThat(shown.at("/chapters/0/title").asString()).isEqualTo("明前龙井");
        assertThat(chapter).isBetween(1L, shown.path("durationMillis").asLong());
        var talk = Street.must(200, anyone.get("/api/rooms/" + room + "/replay/talk?from=0"));
        assertThat(talk.at("/said/0/text").asString()).isEqualTo("How fresh is it?");
        assertThat(talk.at("/said/0/atMillis").asLong()).isGreaterThanOrEqualTo(chapter);
        assertThat(anyone.get("/api/rooms/" + room + "/replay/talk?from=99999999")
                        .status())
                .isEqualTo(422);
        assertThat(frames("http://127.0.0.1:" + port + shown.path("playlist").asString()))
                .isGreaterThan(shown.path("durationMillis").asLong() * 25 / 1_000 - 25);
        assertThat(Street.must(200, anyone.get("/api/rooms/" + room + "/goods")).path("items"))
                .hasSize(1);

        isForgotten(room, anyone);
    }

    private void isForgotten(String room, Browser anyone) throws Exception {
        retention.sweep();
        assertThat(web.data().resolve("live/" + room)).exists();
        jdbc.sql("update live.room set ended_at = :at where id = :id")
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofDays(1_096))))
                .param("id", Long.parseLong(room))
                .update();
        retention.sweep();
        assertThat(web.data().resolve("live/" + room)).doesNotExist();
        assertThat(said(room)).isZero();
        assertThat(replay(anyone, room).path("playlist").isNull()).isTrue();
        assertThat(Street.must(200, anyone.get("/api/rooms/" + room))
                        .path("state")
                        .asString())
                .isEqualTo("ended");
    }

    @Test
    @Tag("LC-11")
    void aRoomWithoutAPictureHasNoReplayAndOneThatIsTakenBackIsGone() {
        var host = premiere.player(port, "tea");
        Street.must(200, premiere.operator(port).browser().put("/api/people/" + host.handle() + "/verification", ""));
        var room = Street.must(201, host.browser().post("/api/me/rooms", "{\"title\": \"Tea\"}"))
                .path("id")
                .asString();
        var own = "/api/me/rooms/" + room + "/replay";
        assertThat(host.browser().post(own, "").type()).endsWith("no-replay");
        Street.must(200, host.browser().post("/api/me/rooms/" + room + "/end", ""));
        assertThat(host.browser().post(own, "").type()).endsWith("nothing-recorded");
        assertThat(host.browser().delete(own, "").status()).isEqualTo(204);
    }

    private static long frames(String playlist) throws Exception {
        var probe = BINARY.command(List.of("-v", "error", "-i", playlist, "-f", "framecrc", "-"))
                .redirectErrorStream(true)
                .start();
        var said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().filter(line -> line.startsWith("0,")).count();
    }
}
