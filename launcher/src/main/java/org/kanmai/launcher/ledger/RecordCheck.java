package org.kanmai.launcher.ledger;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.kanmai.facts.proof.GrowingTree;
import org.kanmai.facts.proof.LedgerEntry;

/**
 * Holds raw files against the entries that speak of them, some at once.
 *
 * <p>DuckDB takes half a second to begin, for its library is unpacked first. That goes on from the moment this is made.
 */
final class RecordCheck implements AutoCloseable {
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16);
    private static final int CHANGED_ROWS = 20;

    private final LedgerFolder folder;
    private final Findings findings;
    private final Progress progress;
    private final ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
    private final Future<DuckDBConnection> database = pool.submit(RecordCheck::database);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    RecordCheck(LedgerFolder folder, Findings findings, Progress progress) {
        this.folder = folder;
        this.findings = findings;
        this.progress = progress;
    }

    private static DuckDBConnection database() throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("preserve_insertion_order", "true");
        return DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
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
        try (var connection = waitFor(database).duplicate()) {
            for (int number = next.getAndIncrement(); number < entries.size(); number = next.getAndIncrement()) {
                check(connection, number, entries.get(number));
                progress.at(number + 1, entries.size(), records.get());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not start", failure);
        }
    }

    @Override
    public void close() {
        pool.close();
        try {
            waitFor(database).close();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private void check(Connection connection, int number, LedgerEntry entry) {
        var path = folder.raw(entry.file());
        if (!Files.exists(path)) {
            dropped.incrementAndGet();
            return;
        }
        Map<String, Lane> lanes;
        try {
            lanes = lanes(connection, new RawFile(path), false);
            if (lanes.values().stream().anyMatch(lane -> lane.backwards)) {
                lanes = lanes(connection, new RawFile(path), true);
            }
        } catch (SQLException undecodable) {
            findings.add("file.undecodable", number, path.getFileName().toString(), names(entry), reason(undecodable));
            return;
        }
        records.addAndGet(
                lanes.values().stream().mapToLong(lane -> lane.tree.size()).sum());
        compare(number, entry, lanes);
    }

    private static Map<String, Lane> lanes(Connection connection, RawFile file, boolean sorted) throws SQLException {
        var lanes = new HashMap<String, Lane>();
        var current = new CurrentLane(lanes);
        file.read(
                connection,
                sorted,
                (lane, offset, body, hash, marked) -> current.of(lane).add(offset, hash, marked));
        return lanes;
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

    /** One segment while its records are read. */
    private static final class Lane {
        final GrowingTree tree = new GrowingTree();
        final List<Long> changed = new ArrayList<>();
        long first = -1;
        long last = -1;
        boolean backwards;

        void add(long offset, byte[] hash, boolean marked) {
            tree.addLeaf(hash);
            first = first < 0 ? offset : first;
            backwards |= offset <= last;
            last = offset;
            if (!marked && changed.size() < CHANGED_ROWS) {
                changed.add(offset);
            }
        }
    }

    /** The lane of the last record, which is nearly always that of the next. */
    private static final class CurrentLane {
        private final Map<String, Lane> lanes;
        private String name = "";
        private Lane lane = new Lane();

        CurrentLane(Map<String, Lane> lanes) {
            this.lanes = lanes;
        }

        @SuppressWarnings("ReferenceEquality") // the reader hands out one object while the lane stays
        Lane of(String next) {
            if (next != name) {
                name = next;
                lane = lanes.computeIfAbsent(next, first -> new Lane());
            }
            return lane;
        }
    }
}
