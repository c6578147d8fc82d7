package org.kanmai.launcher.crashes;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.RunningKanmai;
import org.kanmai.launcher.Stall;

/** A room whose process is killed while its host pushes and people buy. */
@Tag("LC-01")
@Tag("LC-17")
@Tag("deep")
class RoomCrashTests {
    private static final FfmpegBinary FFMPEG = FfmpegBinary.unpacked(Path.of("target", "cache"));
    private static final int ENOUGH = 600_000;
    private static final double LEAST_SECONDS = 3;

    @TempDir
    Path temporary;

    private final List<Process> pushing = new ArrayList<>();
    private Map<String, String> settings;
    private RunningKanmai kanmai;
    private Caller host;
    private Buying buying;
    private String room;

    @BeforeEach
    void aRoomOfAShopIsOpen() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        settings = Map.of(
                "KANMAI_PAYMENT_SANDBOX", "on", "KANMAI_LIVE_RTMPPORT", Integer.toString(RunningKanmai.freePort()));
        kanmai = RunningKanmai.start(temporary.resolve("data"), RunningKanmai.freePort(), settings);
        var operator = Cast.operator(kanmai);
        var stall = Stall.open(kanmai.address(), operator, "mei", "Spring tea", 1_000, operator::approvesWhatWaits);
        operator.put("/api/people/mei/verification").must(200);
        host = stall.merchant();
        buying = new Buying(kanmai.address(), stall);
        room = host.post("/api/me/rooms", "{\"title\": \"Tea, live\"}")
                .must(201)
                .json()
                .path("id")
                .asString();
    }

    @AfterEach
    void nothingGoesOn() throws Exception {
        pushing.forEach(Process::destroyForcibly);
        kanmai.kill();
    }

    @Test
    @Timeout(600)
    void aRoomIsThereAgainItsRecordingIsWholeAndWhatWasPaidIsPaid() throws Exception {
        push();
        awaitOnAir();
        buying.begin();
        var first = kanmai.data().resolve("live/" + room + "/0001.mp4");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.size(first) > ENOUGH && !buying.ends().isEmpty());

        double before = seconds(first);
        kanmai.kill();
        kanmai = RunningKanmai.start(kanmai.data(), kanmai.address().getPort(), settings);

        assertThat(before).isGreaterThan(LEAST_SECONDS);
        assertThat(seconds(first)).isGreaterThanOrEqualTo(before);
        assertThat(state()).isEqualTo("live");
        push();
        awaitOnAir();
        seesBytes();
        assertThat(kanmai.data().resolve("live/" + room + "/0002.mp4")).exists();
        buying.end();
        buying.settle();
        buying.endsWell();
        host.post("/api/me/rooms/" + room + "/end", "").must(200);
        assertThat(state()).isEqualTo("ended");
    }

    private void push() throws IOException {
        pushing.add(Pushing.of(host));
    }

    private void awaitOnAir() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> host.get("/api/rooms/" + room)
                        .must(200)
                        .json()
                        .path("onAir")
                        .asBoolean());
    }

    private String state() {
        return host.get("/api/rooms/" + room).must(200).json().path("state").asString();
    }

    private void seesBytes() {
        var viewer = Watching.at(kanmai.address(), room, "stream");
        await().atMost(Duration.ofSeconds(30)).until(() -> viewer.bytes() > 50_000);
    }

    /** When the last picture of a recording is shown. */
    private static double seconds(Path recording) throws IOException {
        var command = new ProcessBuilder(
                FFMPEG.ffprobe().toString(),
                "-v",
                "quiet",
                "-select_streams",
                "v:0",
                "-show_entries",
                "packet=pts_time",
                "-of",
                "csv=p=0",
                recording.toString());
        command.environment().putAll(FFMPEG.environment());
        var probe = command.start();
        return new String(probe.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .map(line -> line.replace(",", ""))
                .filter(line -> !line.isEmpty())
                .mapToDouble(Double::parseDouble)
                .max()
                .orElse(0);
    }
}
