package org.kanmai.launcher.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.launcher.ledger.parquet.Unusual;

/**
 * Holds raw files against the entries that speak of them, some at once. Files that are not written as the product writes them, whose
 * records lie in another order, or that are damaged, are read by DuckDB, which knows them all and says what is wrong.
 */
final class RecordCheck implements AutoCloseable {
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16);

    private final LedgerFolder folder;
    private final Findings findings;
    private final Progress progress;
    private final ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
    private final AnyLanes anyLanes = new AnyLanes();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    RecordCheck(LedgerFolder folder, Findings findings, Progress progress) {
        this.folder = folder;
        this.findings = findings;
        this.progress = progress;
    }

    /** How many records were read, and how many entries have no file any more. */
    record Counts(long records, long dropped) {}

    Counts run(List<LedgerEntry> entries) {
        var running = new ArrayList<Future<?>>();
        for (int worker = 0; worker < WORKERS; worker++) {
            running.add(pool.submit(() -> work(entries)));
        }
        for (var each : running) {
            waitFor(each);
        }
        return new Counts(records.get(), dropped.get());
    }

    private static <T> T waitFor(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unreadable("stopped");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void work(List<LedgerEntry> entries) {
        for (int number = next.getAndIncrement(); number < entries.size(); number = next.getAndIncrement()) {
            check(number, entries.get(number));
            progress.at(number + 1, entries.size(), records.get());
        }
    }

    @Override
    public void close() {
        pool.close();
        anyLanes.close();
    }

    private void check(int number, LedgerEntry entry) {
        var path = folder.raw(entry.file());
        if (!Files.exists(path)) {
            dropped.incrementAndGet();
            return;
        }
        try {
            var lanes = lanes(path);
            records.addAndGet(lanes.records());
            compare(number, entry, lanes.byName());
        } catch (SQLException undecodable) {
            findings.add("file.undecodable", number, path.getFileName().toString(), names(entry), reason(undecodable));
        }
    }

    private Lanes lanes(Path path) throws SQLException {
        try {
            var lanes = PlainLanes.read(path);
            return lanes.goBackwards() ? anyLanes.read(path) : lanes;
        } catch (Unusual | IOException other) {
            return anyLanes.read(path);
        }
    }

    private static String reason(SQLException undecodable) {
        return String.valueOf(undecodable.getMessage()).lines().findFirst().orElse("");
    }

    private static String names(LedgerEntry entry) {
        return String.join(
                ", ",
                entry.segments().stream()
                        .map(each -> each.lane() + " " + each.from() + "-" + (each.to() - 1))
                        .toList());
    }

    private void compare(int number, LedgerEntry entry, Map<String, Lane> lanes) {
        for (var segment : entry.segments()) {
            var lane = lanes.remove(segment.lane());
            if (lane == null) {
                findings.add("segment.missing", number, segment.lane(), segment.from(), segment.to() - 1);
            } else if (!lane.tree.root().equals(segment.root())) {
                findings.add("segment.changed", number, segment.lane(), segment.from(), segment.to() - 1);
                lane.changed.forEach(offset -> findings.add("record.changed", number, segment.lane(), offset));
            } else if (lane.backwards || lane.first != segment.from() || lane.last != segment.to() - 1) {
                findings.add("segment.moved", number, segment.lane(), segment.from(), segment.to() - 1);
            }
        }
        lanes.keySet().forEach(lane -> findings.add("segment.foreign", number, lane));
    }
}
