package org.kanmai.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;

/** The queue in a future that the application's own workers do not reach. */
@KanmaiTest
@Tag("CP-01")
class JobStoreTests {
    private static final Instant NOW = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final JobStore jobs;
    private final UploadStore uploads;
    private final Ids ids;
    private final PersonId anna;

    JobStoreTests(JobStore jobs, UploadStore uploads, Ids ids) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.ids = ids;
        this.anna = new PersonId(ids.next());
    }

    @AfterEach
    void clear() {
        uploads.erase(anna);
    }

    @Test
    void shortFilmsComeFirstButWaitingWeighsAsMuchAsWork() {
        var minute = Duration.ofMinutes(1);
        var longFilm = JobStore.turn(NOW, minute.multipliedBy(20), Upload.Priority.USUAL);
        assertThat(JobStore.turn(NOW.plus(minute), minute, Upload.Priority.USUAL))
                .isBefore(longFilm);
        assertThat(JobStore.turn(NOW.plus(minute.multipliedBy(20)), minute, Upload.Priority.USUAL))
                .isAfter(longFilm);
        var low = JobStore.turn(NOW, minute, Upload.Priority.LOW);
        assertThat(JobStore.turn(NOW.plus(minute.multipliedBy(9)), minute, Upload.Priority.USUAL))
                .isBefore(low);
        assertThat(JobStore.turn(NOW.plus(minute.multipliedBy(11)), minute, Upload.Priority.USUAL))
                .isAfter(low);
    }

    @Test
    void filesNotYetLookedAtComeBeforeThoseInLine() {
        var looked = job();
        assertThat(claim(1, NOW).media()).isEqualTo(looked);
        assertThat(jobs.judged(looked, 1, NOW.minusSeconds(60))).isTrue();
        var fresh = job();
        assertThat(claim(2, NOW).media()).isEqualTo(fresh);
        var second = claim(3, NOW);
        assertThat(second.media()).isEqualTo(looked);
        assertThat(second.judged()).isTrue();
    }

    @Test
    void aJobIsHeldByOneAndTakenAgainWhenItsProcessDied() {
        var media = job();
        assertThat(claim(1, NOW).attempts()).isEqualTo(1);
        assertThat(jobs.claim(2, NOW.plusSeconds(19), NOW.plusSeconds(40))).isEmpty();
        assertThat(jobs.keep(media, 1, NOW.plusSeconds(30))).isTrue();
        assertThat(jobs.claim(2, NOW.plusSeconds(29), NOW.plusSeconds(50))).isEmpty();
        assertThat(claim(3, NOW.plusSeconds(31)).attempts()).isEqualTo(2);
        assertThat(jobs.keep(media, 1, NOW.plusSeconds(60))).isFalse();
        assertThat(jobs.finish(media, 1)).isFalse();
        assertThat(jobs.finish(media, 3)).isTrue();
    }

    @Test
    void aJobThatIsPutOffWaitsAndOneGivenBackIsUntried() {
        var media = job();
        claim(1, NOW);
        assertThat(jobs.retry(media, 1, NOW.plusSeconds(5))).isTrue();
        assertThat(jobs.claim(2, NOW.plusSeconds(4), NOW.plusSeconds(24))).isEmpty();
        assertThat(claim(3, NOW.plusSeconds(5)).attempts()).isEqualTo(2);
        jobs.giveBack(media, 3);
        assertThat(claim(4, NOW.plusSeconds(5)).attempts()).isEqualTo(2);
    }

    @Test
    void aCancelledUploadLosesItsJob() {
        var media = job();
        claim(1, NOW);
        jobs.remove(media);
        assertThat(jobs.keep(media, 1, NOW.plusSeconds(30))).isFalse();
        assertThat(uploads.cancel(media, NOW)).isTrue();
        assertThat(uploads.end(media, Upload.State.READY, null, null, NOW)).isFalse();
    }

    private JobStore.Job claim(long lease, Instant now) {
        return jobs.claim(lease, now, now.plus(LEASE)).orElseThrow();
    }

    private MediaId job() {
        var media = new MediaId(ids.next());
        uploads.add(media, anna, 10, Upload.Priority.USUAL, NOW);
        uploads.takePen(media, 0, 1, NOW, NOW);
        uploads.advance(media, 1, 0, 10, NOW);
        uploads.queue(media, NOW);
        jobs.add(media, NOW);
        return media;
    }
}
