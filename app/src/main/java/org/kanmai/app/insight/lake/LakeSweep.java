package org.kanmai.app.insight.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.kanmai.app.insight.lake.LogEnds.LogAway;
import org.kanmai.facts.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is not needed any more: replaced files, files that are nobody's, old raw ones, and old records of the log. */
@Component
class LakeSweep {
    private static final Logger log = LoggerFactory.getLogger(LakeSweep.class);
    /** Younger files may belong to a row that is not committed yet. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final Pattern OURS = Pattern.compile("([0-9]{1,18})\\.(parquet|unfinished)");
    private static final int BATCH = 500;

    private final ManifestStore store;
    private final LakeFolder folder;
    private final LogEnds logEnds;
    private final LakeSettings settings;
    private final Clock clock;

    LakeSweep(ManifestStore store, LakeFolder folder, LogEnds logEnds, LakeSettings settings, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.logEnds = logEnds;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${kanmai.sweep.first:PT1M}", fixedDelayString = "${kanmai.sweep.every:PT10M}")
    void sweep() throws IOException, LogAway {
        removeReplaced();
        dropOld();
        for (var part : LakeFile.Part.values()) {
            removeUnknown(part);
        }
        shortenLog();
    }

    /** First the file, then its row: a crash between leaves a row, whose file is removed again. */
    void removeReplaced() {
        for (var file : store.replacedBefore(clock.instant().minus(settings.replaced()), BATCH)) {
            folder.remove(file.part(), file.id());
            store.forget(file);
        }
    }

    /** The row and the hashes of a raw file stay for ever. */
    void dropOld() {
        var now = clock.instant();
        var old = store.foldedBefore(now.minus(settings.keepRaw()), BATCH);
        store.move(old, "folded", "dropped", now);
        old.forEach(file -> folder.remove(file.part(), file.id()));
    }

    private void removeUnknown(LakeFile.Part part) throws IOException {
        var settled = clock.instant().minus(SETTLED);
        var paths = new HashMap<Long, Path>();
        for (var path : folder.all(part)) {
            var name = OURS.matcher(path.getFileName().toString());
            if (name.matches() && Ids.madeAt(Long.parseLong(name.group(1))).isBefore(settled)) {
                paths.put(Long.valueOf(name.group(1)), path);
            }
        }
        removeUnknown(paths);
    }

    private void removeUnknown(Map<Long, Path> paths) throws IOException {
        Set<Long> unknown = new HashSet<>(paths.keySet());
        unknown.removeAll(store.known(paths.keySet()));
        for (var id : unknown) {
            Files.deleteIfExists(Objects.requireNonNull(paths.get(id)));
            log.info("lake.file.swept id={}", id);
        }
    }

    /** Takes from the log what the lake has had for days and every reader with a group has read. */
    void shortenLog() throws LogAway {
        var before = new HashMap<>(store.endsBefore(clock.instant().minus(settings.keepLog())));
        var readers = logEnds.slowestReaders();
        before.replaceAll((lane, end) -> Math.min(end, readers.getOrDefault(lane, end)));
        before.entrySet().removeIf(each -> each.getValue() <= 0);
        if (!before.isEmpty()) {
            logEnds.removeBefore(before);
        }
    }
}
