package org.kanmai.app.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.app.media.observing.Fingerprint;
import org.kanmai.app.media.observing.Observation;
import org.kanmai.app.media.packaging.Film;
import org.kanmai.app.media.packaging.Judge;
import org.kanmai.app.media.packaging.PackagedFilm;
import org.kanmai.app.media.packaging.Packaging;
import org.kanmai.app.media.packaging.Spoiled;
import org.kanmai.app.media.packaging.Unfitness;
import org.kanmai.app.media.packaging.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one job: first a look that says whether and when, then the packaging; each end is one guarded transaction. */
@Component
class PackagingDesk {
    private static final Logger log = LoggerFactory.getLogger(PackagingDesk.class);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int BANNED_LOOKS = 10_000;
    private static final int FEWEST_TELLING_SECONDS = 2;

    private final Desk desk;
    private final Judge judge;
    private final Packaging packaging;
    private final MediaFolders folders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PackagingDesk(
            Desk desk,
            Judge judge,
            Packaging packaging,
            MediaFolders folders,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.judge = judge;
        this.packaging = packaging;
        this.folders = folders;
        this.events = events;
        this.clock = clock;
    }

    /** Works until the job is done, failed, or put off; interrupted, it leaves the job to whoever interrupted it. */
    void work(JobStore.Job job, IntConsumer percent) throws InterruptedException {
        try {
            var folder = folders.working(job.media());
            try {
                workIn(folder, job, percent);
            } finally {
                MediaFolders.remove(folder);
            }
        } catch (Spoiled spoiled) {
            log.info("media.film.spoiled media={} said={}", job.media(), spoiled.getMessage());
            fail(job, spoiled.reason(), spoiled.detail());
        } catch (IOException | RuntimeException trouble) {
            putOff(job, trouble);
        }
    }

    private void workIn(Path folder, JobStore.Job job, IntConsumer percent) throws IOException, InterruptedException {
        var source = folders.incoming(job.media());
        switch (judge.judge(source, folder)) {
            case Verdict.Unfit unfit -> fail(job, unfit.reason(), unfit.detail());
            case Verdict.Fit fit -> {
                if (job.judged()) {
                    pack(source, fit.film(), folder, job, percent);
                } else {
                    queue(fit.film(), job);
                }
            }
        }
    }

    private void queue(Film film, JobStore.Job job) {
        var turn = JobStore.turn(job.queuedAt(), film.cost(), job.priority());
        desk.transaction().executeWithoutResult(status -> {
            if (desk.jobs().judged(job.media(), job.lease(), turn)) {
                desk.uploads()
                        .judged(
                                job.media(),
                                film.width(),
                                film.height(),
                                film.length().toMillis(),
                                clock.instant());
            }
        });
    }

    private void pack(Path source, Film film, Path folder, JobStore.Job job, IntConsumer percent)
            throws IOException, InterruptedException {
        desk.uploads().progress(job.media(), Upload.State.TRANSCODING, 0, clock.instant());
        var made = packaging.pack(source, film, folder, percent);
        var observations = new ArrayList<>(made.observations());
        observations.add(nearCopy(made.fingerprint()));
        if (finish(job, made, observations, folder)) {
            log.info(
                    "media.film.packaged media={} seconds={} cpuSeconds={} bytes={}",
                    job.media(),
                    made.length().toMillis() / 1000.0,
                    made.cpu().toMillis() / 1000.0,
                    made.size());
            removeSource(job);
        }
    }

    /** The rename is inside the transaction: the row of the job, now locked, keeps every other worker from this place. */
    private boolean finish(JobStore.Job job, PackagedFilm made, List<Observation> observations, Path folder) {
        var now = clock.instant();
        return Boolean.TRUE.equals(desk.transaction().execute(status -> {
            if (!desk.jobs().finish(job.media(), job.lease())
                    || !desk.uploads().end(job.media(), Upload.State.READY, null, null, now)) {
                status.setRollbackOnly();
                return false;
            }
            place(folder, job);
            desk.uploads()
                    .judged(
                            job.media(),
                            made.width(),
                            made.height(),
                            made.length().toMillis(),
                            now);
            desk.packages().add(job.media(), job.owner(), made, observations, now);
            events.publishEvent(new MediaPackaged(job.media(), job.owner()));
            return true;
        }));
    }

    private void place(Path folder, JobStore.Job job) {
        try {
            folders.place(folder, job.media());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Observation nearCopy(Fingerprint look) {
        if (look.telling() < FEWEST_TELLING_SECONDS) {
            return Observation.unknown(Observation.Check.NEAR_COPY);
        }
        double most = 0;
        for (var banned : desk.packages().banned(BANNED_LOOKS)) {
            most = Math.max(most, look.shareFoundIn(banned));
        }
        return new Observation(Observation.Check.NEAR_COPY, most);
    }

    private void fail(JobStore.Job job, Unfitness reason, String detail) {
        boolean failed = Boolean.TRUE.equals(desk.transaction().execute(status -> {
            if (!desk.jobs().finish(job.media(), job.lease())
                    || !desk.uploads().end(job.media(), Upload.State.FAILED, reason.code(), detail, clock.instant())) {
                return false;
            }
            events.publishEvent(new MediaFailed(job.media(), job.owner(), reason.code()));
            return true;
        }));
        if (failed) {
            log.info("media.film.refused media={} reason={}", job.media(), reason.code());
            removeSource(job);
        }
    }

    private void putOff(JobStore.Job job, Exception trouble) {
        log.warn("media.film.put-off media={} attempt={}", job.media(), job.attempts(), trouble);
        if (job.attempts() >= ATTEMPTS) {
            fail(
                    job,
                    Unfitness.BROKEN,
                    "The film could not be prepared in %d tries; uploading it again may help.".formatted(ATTEMPTS));
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy((long) Math.pow(4, job.attempts() - 1));
        desk.jobs().retry(job.media(), job.lease(), clock.instant().plus(pause));
    }

    private void removeSource(JobStore.Job job) {
        try {
            MediaFolders.remove(folders.incoming(job.media()));
        } catch (IOException failure) {
            log.warn("media.upload.file-left media={}", job.media(), failure);
        }
    }

    /** The rows that a job's end changes, and the transaction around them. */
    record Desk(UploadStore uploads, JobStore jobs, PackageStore packages, TransactionTemplate transaction) {}
}
