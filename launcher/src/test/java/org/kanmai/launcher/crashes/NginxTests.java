package org.kanmai.launcher.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.RunningKanmai;
import tools.jackson.databind.JsonNode;

/** A real nginx with its module for RTMP takes the pushes, asks the real product about them, and is pulled from. */
@Tag("LC-01")
@Tag("deep")
class NginxTests {
    private static final String SECRET = "of-nginx-and-of-nobody-else";
    private static final int PICTURE = 50_000;

    @TempDir
    Path temporary;

    private final List<Process> pushing = new ArrayList<>();
    private String server;
    private Map<String, String> settings;
    private RunningKanmai kanmai;
    private Nginx nginx;
    private Caller host;
    private String room;

    @BeforeEach
    void nginxStandsBeforeARoom() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        int rtmp = RunningKanmai.freePort();
        int port = RunningKanmai.freePort();
        server = "rtmp://127.0.0.1:" + rtmp + "/live";
        nginx = Nginx.start(Files.createDirectory(temporary.resolve("nginx")), rtmp, port, SECRET);
        settings = Map.of(
                "KANMAI_LIVE_RTMPPORT", "-1",
                "KANMAI_LIVE_PUSHTO", server,
                "KANMAI_LIVE_INGEST_SECRET", SECRET,
                "KANMAI_LIVE_INGEST_SOURCE", server);
        kanmai = RunningKanmai.start(temporary.resolve("data"), port, settings);
        var operator = Cast.operator(kanmai);
        Caller.signedUp(kanmai.address(), "mei", "");
        operator.gives("mei", "creator");
        operator.put("/api/people/mei/verification").must(200);
        host = Caller.signedIn(kanmai.address(), "mei");
        room = host.post("/api/me/rooms", "{\"title\": \"Tea, live\"}")
                .must(201)
                .json()
                .path("id")
                .asString();
    }

    @AfterEach
    void nothingGoesOn() throws Exception {
        pushing.forEach(Process::destroyForcibly);
        if (nginx != null) {
            nginx.stop();
        }
        if (kanmai != null) {
            kanmai.kill();
        }
    }

    @Test
    @Timeout(900)
    void aPushIsAskedAboutPulledAndEndedWithItsRoomOrItsProcess() throws Exception {
        isRefused(Pushing.to(server + "/" + "0".repeat(32)));
        assertThat(room().path("onAir").asBoolean()).isFalse();

        var first = push();
        isSeen();
        isRefused(Pushing.of(host));
        isSeen();
        first.destroy();
        await().atMost(Duration.ofSeconds(20)).until(() -> !room().path("onAir").asBoolean());
        assertThat(room().path("state").asString()).as("the host may come back").isEqualTo("live");

        var second = push();
        isSeen();
        kanmai.kill();
        ends(second, "nobody pushes into the dark");
        kanmai = RunningKanmai.start(kanmai.data(), kanmai.address().getPort(), settings);
        assertThat(room().path("state").asString()).isEqualTo("live");

        var third = push();
        isSeen();
        host.post("/api/me/rooms/" + room + "/end", "").must(200);
        ends(third, "nor to a room that is over");
    }

    /** nginx ends it, and its program would try again. */
    private static void ends(Process push, String why) throws InterruptedException {
        assertThat(push.waitFor(30, TimeUnit.SECONDS)).as(why).isTrue();
    }

    private Process push() throws IOException {
        var push = Pushing.of(host);
        pushing.add(push);
        return push;
    }

    private void isRefused(Process push) throws InterruptedException {
        pushing.add(push);
        assertThat(push.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(push.exitValue()).isNotZero();
    }

    /** Whoever comes now gets the picture. */
    private void isSeen() {
        await().atMost(Duration.ofMinutes(1)).until(() -> room().path("onAir").asBoolean());
        var picture = Watching.at(kanmai.address(), room, "stream");
        await().atMost(Duration.ofMinutes(1)).until(() -> picture.bytes() > PICTURE);
    }

    private JsonNode room() {
        return host.get("/api/rooms/" + room).must(200).json();
    }
}
