package org.kanmai.sandbox.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction: statements with a {@code ?} for each value. */
public final class Session {
    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        /** Returns what the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    public interface Reader {
        /** Takes one row. */
        void take(ResultSet row) throws SQLException;
    }

    /** Returns how many rows were changed. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Returns all rows; the statement bounds how many there are. */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        var all = new ArrayList<T>();
        each(sql, found -> all.add(row.read(found)), values);
        return all;
    }

    /** Returns the first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return list(sql, row, values).stream().findFirst();
    }

    /** Reads any number of rows without holding them all. */
    public void each(String sql, Reader reader, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(sql, values)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.take(rows);
                }
            }
        }
    }

    /** Returns the instant in this column of a row. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Returns the instant in this column of a row, or null when it has none. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, bound(values[place]));
        }
        return statement;
    }

    private static @Nullable Object bound(@Nullable Object value) {
        return value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }
}
