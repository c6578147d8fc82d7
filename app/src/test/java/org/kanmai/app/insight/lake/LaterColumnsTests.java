package org.kanmai.app.insight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaterColumnsTests {
    @TempDir
    Path folder;

    @Test
    void aFileFromBeforeAColumnSaysNothingInIt() throws SQLException {
        var file = folder.resolve("old.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 'exposed' as kind, 7::bigint as id, 3 as log_offset) to "
                    + DuckDb.quoted(file.toString()) + " (format parquet)");
            try (var row = statement.executeQuery(
                    "select kind, id, pool, log_offset from " + DuckDb.facts(List.of(file)) + " where id < 8")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("kind")).isEqualTo("exposed");
                assertThat(row.getLong("log_offset")).isEqualTo(3);
                assertThat(row.getObject("pool")).isNull();
                assertThat(row.next()).isFalse();
            }
        }
    }
}
