package org.kanmai.app.insight.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One DuckDB in this process, without a file of its own: it reads and writes Parquet, and fetches nothing from anywhere. */
@Component
class DuckDb implements DisposableBean {
    private final LakeFolder folder;
    private final LakeSettings settings;
    private @Nullable DuckDBConnection first;

    DuckDb(LakeFolder folder, LakeSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Returns a connection of its own for who asks, to be closed by them. */
    Connection connection() throws SQLException {
        return first().duplicate();
    }

    private synchronized DuckDBConnection first() throws SQLException {
        if (first == null) {
            first = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties());
        }
        return first;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("memory_limit", settings.memory());
        properties.setProperty("threads", "2");
        properties.setProperty("temp_directory", folder.overflow().toString());
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    /** Returns a call that reads some files as one table, as text of SQL. */
    static String parquet(Collection<Path> files) {
        return files.stream()
                .map(Path::toString)
                .map(DuckDb::quoted)
                .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true)"));
    }

    /** Returns a table of what some files say in columns; those written before a column was thought of say nothing in it. */
    static String facts(Collection<Path> files) {
        return "(select * from " + parquet(files) + " union all by name select " + FactColumn.nothing()
                + " where false)";
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public synchronized void destroy() throws SQLException {
        if (first != null) {
            first.close();
        }
    }
}
