package org.kanmai.app.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.facts.MediaId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives up uploads that nobody continues, and removes files that no row knows of: what a crash or an erasure left. */
@Component
class MediaSweep {
    private static final Logger log = LoggerFactory.getLogger(MediaSweep.class);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    /** Younger files may belong to a row that is not committed yet or to work in progress. */
    private static final Duration SETTLED = Duration.ofHours(3);

    private static final Pattern OURS = Pattern.compile("[0-9]{1,18}(-[0-9]+)?");
    private static final int BATCH = 500;

    private final UploadStore uploads;
    private final PackageStore packages;
    private final MediaFolders folders;
    private final MediaSettings settings;
    private final Clock clock;

    MediaSweep(UploadStore uploads, PackageStore packages, MediaFolders folders, MediaSettings settings, Clock clock) {
        this.uploads = uploads;
        this.packages = packages;
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${kanmai.sweep.first:PT1M}", fixedDelayString = "${kanmai.sweep.every:PT10M}")
    void sweep() throws IOException {
        var now = clock.instant();
        for (var media : uploads.abandon(now.minus(settings.abandonedAfter()), BATCH)) {
            remove(folders.incoming(media));
        }
        uploads.forget(now.minus(REMEMBERED));
        removeUnknown(folders.allIncoming(), now, this::expected);
        removeUnknown(folders.allPackaged(), now, media -> packages.stamp(media).isPresent());
        removeUnknown(folders.allWorking(), now, media -> false);
    }

    /** Takes all that a person uploaded; the files go when the erasure is certain, and with a later sweep if a crash comes between. */
    @EventListener
    void erased(PersonErased erased) {
        var media = new HashSet<>(uploads.erase(erased.person()));
        media.addAll(packages.erase(erased.person()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                media.forEach(MediaSweep.this::discard);
            }
        });
    }

    private void discard(MediaId media) {
        try {
            MediaFolders.remove(folders.incoming(media));
            MediaFolders.remove(folders.packaged(media));
        } catch (IOException failure) {
            log.warn("media.file.left media={}", media, failure);
        }
    }

    private boolean expected(MediaId media) {
        return uploads.find(media).map(upload -> !upload.state().isEnd()).orElse(false);
    }

    private void removeUnknown(List<Path> paths, Instant now, Predicate<MediaId> known) throws IOException {
        for (var path : paths) {
            boolean settled = Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(SETTLED));
            var name = path.getFileName().toString();
            if (settled && OURS.matcher(name).matches() && !known.test(MediaId.parse(name.replaceFirst("-.*", "")))) {
                remove(path);
            }
        }
    }

    private static void remove(Path path) throws IOException {
        MediaFolders.remove(path);
        log.info("media.file.swept name={}", path.getFileName());
    }
}
