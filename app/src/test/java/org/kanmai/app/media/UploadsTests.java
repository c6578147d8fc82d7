package org.kanmai.app.media;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
@Tag("CP-01")
class UploadsTests {
    private static final int PART = 8 << 20;

    private final MediaFolders folders;
    private final UploadStore store;
    private final MediaSweep sweep;
    private final Ids ids;
    private final Clock clock;
    private final int port;
    private final Caller anna;

    UploadsTests(
            MediaFolders folders,
            UploadStore store,
            MediaSweep sweep,
            Ids ids,
            Clock clock,
            @LocalServerPort int port) {
        this.folders = folders;
        this.store = store;
        this.sweep = sweep;
        this.ids = ids;
        this.clock = clock;
        this.port = port;
        this.anna = new Caller(port);
    }

    @BeforeEach
    void signUp() throws Exception {
        anna.signUp("anna_" + Long.toString(ids.next() % 1_000_000_000_000L, 36));
    }

    @Test
    void partsAreTakenOnlyWhereTheLastOneEnded() throws Exception {
        var upload = anna.begin(3000);
        var first = anna.patch(upload, 0, noise(1000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).hasValue("1000");
        for (long wrong : new long[] {0, 999, 2000}) {
            var refused = anna.patch(upload, wrong, noise(10));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("/problems/wrong-offset", "\"offset\":1000");
        }
        assertThat(anna.standing(upload).path("offset").asLong()).isEqualTo(1000);
    }

    @Test
    void aPartBeyondItsBoundsIsRefusedAndLeavesNothing() throws Exception {
        var upload = anna.begin(3000);
        assertThat(anna.patch(upload, 0, noise(3001)).statusCode()).isEqualTo(413);
        assertThat(anna.standing(upload).path("offset").asLong()).isZero();
        assertThat(anna.patch(upload, 0, noise(100)).statusCode()).isEqualTo(204);
        var large = anna.begin(PART + 10L);
        assertThat(anna.patch(large, 0, noise(PART + 1)).statusCode()).isEqualTo(413);
        assertThat(anna.patch(large, 0, noise(PART)).statusCode()).isEqualTo(204);
    }

    @Test
    void sizesAndNamesAreCheckedAtTheBeginning() throws Exception {
        assertThat(anna.post("/api/uploads", "{\"fileName\": \"a.mp4\", \"size\": 524288001}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(anna.post("/api/uploads", "{\"fileName\": \"a.mp4\", \"size\": 0}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(anna.post("/api/uploads", "{\"fileName\": \"\", \"size\": 5}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(anna.post("/api/uploads", "{\"fileName\": \"../../etc/passwd\", \"size\": 5}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anUploadIsNobodyElses() throws Exception {
        var upload = anna.begin(3000);
        var bo = new Caller(port);
        bo.signUp("bo_" + Long.toString(ids.next() % 1_000_000_000_000L, 36));
        assertThat(bo.get("/api/uploads/" + upload).statusCode()).isEqualTo(404);
        assertThat(bo.patch(upload, 0, noise(10)).statusCode()).isEqualTo(404);
        assertThat(bo.delete("/api/uploads/" + upload).statusCode()).isEqualTo(404);
        assertThat(bo.get("/api/uploads/" + upload + "/progress").statusCode()).isEqualTo(404);
        assertThat(new Caller(port).get("/api/uploads/" + upload).statusCode()).isEqualTo(401);
    }

    @Test
    void ofTwoPartsAtOnceOneIsRefused() throws Exception {
        var upload = anna.begin(4000);
        try (var slow = patching(upload, 3000)) {
            slow.getOutputStream().write(noise(1500));
            await().atMost(20, SECONDS).until(() -> Files.exists(file(upload)));
            var second = anna.patch(upload, 0, noise(1500));
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("/problems/part-in-progress");
            slow.getOutputStream().write(noise(1500));
            var answer = new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 204");
        }
        assertThat(anna.standing(upload).path("offset").asLong()).isEqualTo(3000);
    }

    @Test
    void whatCameBeforeAConnectionDroppedIsKept() throws Exception {
        var upload = anna.begin(200_000);
        try (var socket = patching(upload, 150_000)) {
            socket.getOutputStream().write(noise(100_000));
            await().atMost(20, SECONDS).until(() -> Files.exists(file(upload)) && Files.size(file(upload)) >= 65_536);
        }
        await().atMost(20, SECONDS)
                .until(() -> anna.standing(upload).path("offset").asLong() > 0);
        int offset = anna.standing(upload).path("offset").asInt();
        assertThat(offset).isBetween(1, 100_000);
        assertThat(Files.readAllBytes(file(upload))).isEqualTo(Arrays.copyOf(noise(100_000), offset));
    }

    @Test
    void whatACrashLeftUnacknowledgedIsWrittenOver() throws Exception {
        var upload = anna.begin(3000);
        anna.patch(upload, 0, noise(1000));
        Files.write(file(upload), new byte[5000], StandardOpenOption.APPEND);
        assertThat(anna.patch(upload, 1000, Arrays.copyOfRange(noise(2900), 1000, 2900))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Files.readAllBytes(file(upload))).isEqualTo(noise(2900));
    }

    @Test
    void aPenLaidDownByACrashIsFreeAfterSomeSeconds() throws Exception {
        var upload = new MediaId(Long.parseLong(anna.begin(3000)));
        var now = clock.instant();
        assertThat(store.takePen(upload, 0, 7, now, now.plusSeconds(15))).isTrue();
        assertThat(store.takePen(upload, 0, 8, now.plusSeconds(14), now.plusSeconds(30)))
                .isFalse();
        assertThat(store.takePen(upload, 0, 8, now.plusSeconds(16), now.plusSeconds(30)))
                .isTrue();
        assertThat(store.advance(upload, 7, 0, 1000, now)).isFalse();
        assertThat(store.advance(upload, 8, 0, 1000, now)).isTrue();
    }

    @Test
    void aCancelledUploadTakesNothingMoreAndItsFileGoes() throws Exception {
        var upload = anna.begin(3000);
        anna.patch(upload, 0, noise(1000));
        assertThat(anna.delete("/api/uploads/" + upload).statusCode()).isEqualTo(204);
        assertThat(anna.delete("/api/uploads/" + upload).statusCode()).isEqualTo(204);
        assertThat(anna.standing(upload).path("state").asString()).isEqualTo("cancelled");
        assertThat(anna.patch(upload, 1000, noise(10)).body()).contains("/problems/upload-ended");
        assertThat(file(upload)).doesNotExist();
    }

    @Test
    void onlySoManyUploadsAreOpenAtOnce() throws Exception {
        for (int upload = 0; upload < 20; upload++) {
            anna.begin(10);
        }
        var refused = anna.post("/api/uploads", "{\"fileName\": \"a.mp4\", \"size\": 10}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("/problems/too-many-uploads");
    }

    @Test
    void aDayHoldsTenGigabytes() throws Exception {
        var person = new PersonId(ids.next());
        var now = clock.instant();
        store.add(new MediaId(ids.next()), person, 500, Upload.Priority.USUAL, now.minus(Duration.ofHours(25)));
        store.add(new MediaId(ids.next()), person, 70, Upload.Priority.USUAL, now.minus(Duration.ofHours(23)));
        assertThat(store.bytesSince(person, now.minus(Duration.ofDays(1)))).isEqualTo(70);
    }

    @Test
    void anUploadThatNobodyContinuesIsGivenUp() throws Exception {
        var media = new MediaId(ids.next());
        store.add(
                media,
                new PersonId(ids.next()),
                500,
                Upload.Priority.USUAL,
                clock.instant().minus(Duration.ofHours(25)));
        Files.write(folders.incoming(media), noise(10));
        sweep.sweep();
        assertThat(store.find(media).orElseThrow().state()).isEqualTo(Upload.State.CANCELLED);
        assertThat(folders.incoming(media)).doesNotExist();
    }

    /** Opens a connection that has announced a part and sent none of it. */
    private Socket patching(String upload, int length) throws IOException {
        var head = """
                PATCH /api/uploads/%s HTTP/1.1
                Host: 127.0.0.1
                Cookie: %s
                X-CSRF: %s
                Upload-Offset: 0
                Content-Length: %d

                """.formatted(upload, anna.cookieLine(), anna.csrf(), length).replace("\n", "\r\n");
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Path file(String upload) {
        return folders.incoming(MediaId.parse(upload));
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
