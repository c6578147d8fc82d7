package org.kanmai.launcher.ledger;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.kanmai.distribution.judging.PoolReplay;

/** Judges all works again from the raw files that are there. */
final class Replaying {
    private static final String LOG = "work";

    private final LedgerFolder folder;
    private final Progress progress;
    private final PoolReplay replay = new PoolReplay();
    private long records;
    private long dropped;

    Replaying(LedgerFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param records of the log by work that were read
     * @param dropped entries whose raw file is gone
     */
    record Result(long records, long dropped, PoolReplay.Result replayed) {}

    Result run() {
        var entries = folder.entries();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int number = 0; number < entries.size(); number++) {
                read(connection, entries.get(number).file());
                progress.at(number + 1L, entries.size(), records);
            }
        } catch (SQLException undecodable) {
            throw new Unreadable("undecodable", undecodable.getMessage());
        }
        return new Result(records, dropped, replay.result());
    }

    private void read(Connection connection, long file) throws SQLException {
        var path = folder.raw(file);
        if (!Files.exists(path)) {
            dropped++;
            return;
        }
        new RawFile(path).bodies(connection, LOG, body -> {
            records++;
            replay.take(body);
        });
    }
}
