package org.kanmai.app.media;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** From the first byte to the files that a player gets. */
@KanmaiTest
@Tag("CP-01")
@Tag("TD-01")
class PackagingJourneyTests {
    private final MediaLibrary library;
    private final MediaFolders folders;
    private final Governance governance;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Caller anna;
    private final Caller stranger;
    private PersonId self = new PersonId(0);

    PackagingJourneyTests(
            MediaLibrary library,
            MediaFolders folders,
            Governance governance,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Ids ids,
            @LocalServerPort int port) {
        this.library = library;
        this.folders = folders;
        this.governance = governance;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.anna = new Caller(port);
        this.stranger = new Caller(port);
    }

    @BeforeEach
    void signUp() throws Exception {
        self = new PersonId(anna.signUp("anna_" + Long.toString(ids.next() % 1_000_000_000_000L, 36)));
    }

    @Test
    void aFilmGoesInByPartsAndComesOutAsFilesForThosWhoMaySeeThem() throws Exception {
        var clip = Clips.clip(360, 640, 3);
        var upload = anna.upload(clip, 20_000);
        var told = anna.lines("/api/uploads/" + upload + "/progress")
                .filter(line -> line.startsWith("data:"))
                .toList();
        assertThat(told.getLast())
                .contains("\"state\":\"ready\"", "\"percent\":100", "/media/" + upload + "/cover-1.jpg");

        var media = MediaId.parse(upload);
        var packaged = library.find(List.of(media)).get(media);
        assertThat(packaged).isNotNull();
        assertThat(packaged.width()).isEqualTo(360);
        assertThat(packaged.evidence())
                .extracting(MediaFinding::check)
                .containsExactly("black-frames", "frozen-frames", "silence", "near-copy");
        assertThat(packaged.figures()).containsKeys("brightness", "cuts-a-minute", "loudness", "silence");
        assertThat(folders.incoming(media)).doesNotExist();

        filesAreServed(upload, media);
    }

    private void filesAreServed(String upload, MediaId media) throws Exception {
        var root = "/media/" + upload;
        var master = anna.get(root + "/master.m3u8");
        assertThat(master.statusCode()).isEqualTo(200);
        assertThat(master.headers().firstValue("Content-Type")).hasValue("application/vnd.apple.mpegurl");
        assertThat(master.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "max-age=60");
        assertThat(stranger.get(root + "/master.m3u8").statusCode()).isEqualTo(404);
        assertThat(stranger.get(root + "/360p/s000.m4s").statusCode()).isEqualTo(404);

        governance.pass(Subject.media(media), self, List.of());
        var shown = stranger.bytes(root + "/360p/s000.m4s");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("public", "must-revalidate");
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("video/mp4");
        var part = stranger.bytes(root + "/360p/s000.m4s", "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(shown.body(), 10, 20));
        var tag = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(stranger.get(root + "/360p/s000.m4s", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        for (var odd : List.of(
                "/../" + upload + "/master.m3u8",
                "/360p/..%2fmaster.m3u8",
                "/360p/%2e%2e/master.m3u8",
                "/download.mp4",
                "/x/y")) {
            assertThat(stranger.get(root + odd).statusCode()).as(odd).isBetween(400, 404);
        }

        governance.withdraw(Subject.media(media));
        assertThat(stranger.get(root + "/360p/s000.m4s", "If-None-Match", tag).statusCode())
                .isEqualTo(404);
        assertThat(Files.size(library.download(media).orElseThrow())).isPositive();
    }

    @Test
    void aBrokenFileFailsWithAReasonThatItsOwnerReads() throws Exception {
        var upload = anna.upload(new byte[30_000], 30_000);
        await().atMost(60, SECONDS)
                .until(() -> anna.standing(upload).path("state").asString().equals("failed"));
        var standing = anna.standing(upload);
        assertThat(standing.path("reason").asString()).isEqualTo("not-a-video");
        assertThat(standing.path("detail").asString()).endsWith(".");
        assertThat(library.upload(self, upload))
                .hasValueSatisfying(found ->
                        assertThat(((MediaLibrary.Unpackaged) found).failed()).isTrue());
        assertThat(folders.incoming(MediaId.parse(upload))).doesNotExist();
    }

    @Test
    void cancellingStopsTheProgramThatIsAtWork() throws Exception {
        var upload = anna.upload(Clips.clip(720, 1280, 20), 4 << 20);
        await().atMost(60, SECONDS)
                .until(() -> anna.standing(upload).path("state").asString().equals("transcoding"));
        assertThat(anna.delete("/api/uploads/" + upload).statusCode()).isEqualTo(204);
        await().atMost(20, SECONDS).until(() -> folders.allWorking().isEmpty());
        assertThat(anna.standing(upload).path("state").asString()).isEqualTo("cancelled");
        assertThat(folders.packaged(MediaId.parse(upload))).doesNotExist();
    }

    @Test
    void aBannedFilmIsKnownAgainWhenItComesBackSmaller() throws Exception {
        var first = ready(Clips.clip(360, 640, 4));
        library.ban(first);
        var again = ready(Clips.clip(240, 426, 4));
        assertThat(Objects.requireNonNull(library.find(List.of(again)).get(again))
                        .evidence())
                .filteredOn(found -> found.check().equals("near-copy"))
                .singleElement()
                .satisfies(found -> assertThat(found.finding()).isEqualTo("doubtful"));
    }

    @Test
    void whatAPersonUploadedGoesWithThePerson() throws Exception {
        var media = ready(Clips.clip(160, 120, 1));
        var unfinished = MediaId.parse(anna.begin(1000));
        anna.patch(unfinished.toString(), 0, new byte[500]);
        transaction.executeWithoutResult(status -> events.publishEvent(new PersonErased(self)));
        assertThat(library.find(List.of(media))).isEmpty();
        assertThat(library.upload(self, unfinished.toString())).isEmpty();
        assertThat(folders.packaged(media)).doesNotExist();
        assertThat(folders.incoming(unfinished)).doesNotExist();
    }

    private MediaId ready(byte[] clip) throws Exception {
        var upload = anna.upload(clip, 1 << 20);
        await().atMost(90, SECONDS)
                .until(() -> anna.standing(upload).path("state").asString().equals("ready"));
        return MediaId.parse(upload);
    }
}
