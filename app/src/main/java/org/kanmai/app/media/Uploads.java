package org.kanmai.app.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.app.media.files.PartWriter;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in parts: a part is written and on disk before its bytes are acknowledged, so none of them is asked for again. */
@Component
class Uploads {
    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    private static final Duration PEN = Duration.ofSeconds(15);
    private static final Duration PEN_KEPT_EACH = Duration.ofSeconds(4);
    private static final Duration LONGEST_PART = Duration.ofMinutes(5);

    private final UploadStore uploads;
    private final JobStore jobs;
    private final MediaFolders folders;
    private final MediaSettings settings;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Uploads(
            UploadStore uploads,
            JobStore jobs,
            MediaFolders folders,
            MediaSettings settings,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.folders = folders;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins an upload of a size in bytes, within what its owner may. */
    Upload begin(PersonId owner, long size, Upload.Priority priority) {
        if (size < 1 || size > settings.largest().toBytes()) {
            throw Refusal.invalid("size", "must be 1 to " + settings.largest().toBytes() + " bytes");
        }
        var now = clock.instant();
        if (uploads.open(owner) >= settings.openUploads()) {
            throw tooMany("At most %d uploads at a time; finish or cancel one.".formatted(settings.openUploads()));
        }
        if (uploads.bytesSince(owner, now.minus(Duration.ofDays(1))) + size
                > settings.aDay().toBytes()) {
            throw tooMany("At most %d bytes a day; try again tomorrow."
                    .formatted(settings.aDay().toBytes()));
        }
        checkSpace(size);
        var media = new MediaId(ids.next());
        uploads.add(media, owner, size, priority, now);
        log.info("media.upload.begun media={} bytes={}", media, size);
        return owned(owner, media);
    }

    /** Returns an upload of its owner; to everyone else there is none. */
    Upload owned(PersonId owner, MediaId media) {
        return uploads.find(media)
                .filter(upload -> upload.owner().equals(owner))
                .orElseThrow(() -> Refusal.notFound("upload"));
    }

    /**
     * Writes one part at the offset that was acknowledged and returns the new one; a part that breaks off counts as far as it
     * came.
     */
    long append(PersonId owner, MediaId media, long offset, InputStream body) {
        var upload = owned(owner, media);
        long writer = ids.next();
        takePen(upload, offset, writer);
        long end = offset;
        try {
            end += write(upload, offset, writer, body);
        } finally {
            advance(media, writer, offset, end);
        }
        return end;
    }

    /** Ends an upload that is not packaged yet. */
    void cancel(PersonId owner, MediaId media) {
        var upload = owned(owner, media);
        if (upload.state() == Upload.State.READY) {
            throw Refusal.conflict(
                    "already-packaged", "Too late to cancel", "The film is packaged; take its work down instead.");
        }
        transaction.executeWithoutResult(status -> {
            if (uploads.cancel(media, clock.instant())) {
                jobs.remove(media);
            }
        });
        discard(media);
    }

    /** Removes the file of an upload; a part that is being written at this moment goes with the next sweep. */
    void discard(MediaId media) {
        try {
            Files.deleteIfExists(folders.incoming(media));
        } catch (IOException failure) {
            log.warn("media.upload.file-left media={}", media, failure);
        }
    }

    private void takePen(Upload upload, long offset, long writer) {
        var now = clock.instant();
        if (uploads.takePen(upload.media(), offset, writer, now, now.plus(PEN))) {
            return;
        }
        var current = owned(upload.owner(), upload.media());
        if (current.state() != Upload.State.UPLOADING) {
            throw Refusal.conflict("upload-ended", "Nothing more is expected", "This upload takes no more bytes.")
                    .with("offset", current.received());
        }
        if (current.received() != offset) {
            throw Refusal.conflict(
                            "wrong-offset",
                            "Another offset is expected",
                            "Continue from byte " + current.received() + ".")
                    .with("offset", current.received());
        }
        throw Refusal.conflict(
                        "part-in-progress",
                        "Another part is being written",
                        "Ask for the offset in some seconds and continue there.")
                .with("offset", current.received());
    }

    private long write(Upload upload, long offset, long writer, InputStream body) {
        long most = Math.min(settings.part().toBytes(), upload.size() - offset);
        checkSpace(most);
        try {
            return PartWriter.write(
                    folders.incoming(upload.media()), offset, body, most, new Pen(upload.media(), writer));
        } catch (PartWriter.TooLarge large) {
            throw tooLarge(most);
        } catch (IOException failure) {
            log.error("media.upload.part-lost media={}", upload.media(), failure);
            throw noSpace();
        }
    }

    private void advance(MediaId media, long writer, long from, long to) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (uploads.advance(media, writer, from, to, now) && uploads.queue(media, now)) {
                jobs.add(media, now);
            }
        });
    }

    private void checkSpace(long bytes) {
        try {
            if (folders.free() < bytes + settings.reserve().toBytes()) {
                throw noSpace();
            }
        } catch (IOException failure) {
            throw noSpace();
        }
    }

    static Refusal tooLarge(long most) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "part-too-large",
                "The part is too large",
                "At most " + most + " bytes fit here.");
    }

    private static Refusal noSpace() {
        return new Refusal(
                HttpStatus.INSUFFICIENT_STORAGE,
                "no-space",
                "There is no room for this now",
                "Nothing is lost: continue later from the offset that was acknowledged.");
    }

    private static Refusal tooMany(String detail) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many-uploads", "Too many uploads", detail);
    }

    /** The right to write, held while bytes come in and lost when the upload is cancelled or the part takes too long. */
    private final class Pen implements PartWriter.Going {
        private final MediaId media;
        private final long writer;
        private final Instant end;
        private Instant renewal;

        Pen(MediaId media, long writer) {
            this.media = media;
            this.writer = writer;
            this.end = clock.instant().plus(LONGEST_PART);
            this.renewal = clock.instant().plus(PEN_KEPT_EACH);
        }

        @Override
        public boolean on() {
            var now = clock.instant();
            if (now.isBefore(renewal)) {
                return true;
            }
            renewal = now.plus(PEN_KEPT_EACH);
            return now.isBefore(end) && uploads.keepPen(media, writer, now.plus(PEN));
        }
    }
}
