package org.kanmai.launcher.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Reads raw files by DuckDB, which takes half a second to begin, and so begins with the first of them. */
final class AnyLanes implements AutoCloseable {
    private @Nullable DuckDBConnection database;

    /** Returns the lanes of a file, whatever the order in which its records lie; throws when it does not decode. */
    Lanes read(Path path) throws SQLException {
        try (var connection = connection()) {
            var lanes = lanes(connection, path, false);
            return lanes.goBackwards() ? lanes(connection, path, true) : lanes;
        }
    }

    private static Lanes lanes(Connection connection, Path path, boolean sorted) throws SQLException {
        var lanes = new Lanes();
        new RawFile(path)
                .read(
                        connection,
                        sorted,
                        (lane, offset, body, hash, marked) -> lanes.of(lane).add(offset, hash, marked));
        return lanes;
    }

    private synchronized Connection connection() {
        try {
            if (database == null) {
                database = begin();
            }
            return database.duplicate();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not start", failure);
        }
    }

    private static DuckDBConnection begin() throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("preserve_insertion_order", "true");
        return DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    }

    @Override
    public synchronized void close() {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
