package org.kanmai.app.insight.lake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.kanmai.facts.Fact;

/** A view of a few facts that were made up, asked by the same DuckDB as the lake's. */
public final class HandMade implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Connection connection;

    public HandMade(Collection<? extends Fact> facts) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = connection.createStatement()) {
            statement.execute("create table facts (" + FactColumn.definitions() + ")");
        }
        var marks = Arrays.stream(FactColumn.values()).map(each -> "?").collect(Collectors.joining(", "));
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("insert into facts values (" + marks + ")")) {
            for (var fact : facts) {
                int mark = 0;
                for (var column : FactColumn.values()) {
                    statement.setObject(++mark, column.of(fact));
                }
                statement.execute();
            }
        }
        connection.commit();
    }

    public <T> T ask(Lake.Questions<T> questions) throws SQLException {
        return questions.ask(new Lake.Reader(connection, SECONDS));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
