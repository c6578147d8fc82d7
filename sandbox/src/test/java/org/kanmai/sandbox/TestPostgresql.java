package org.kanmai.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.engines.PostgresqlAddress;

/** A real PostgreSQL, started once for all tests of this process; a database of their own for who asks. */
final class TestPostgresql {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgresql() {}

    private static final class Started {
        static final PostgresqlAddress ADDRESS =
                Engines.start(EnginesSettings.embedded(folder())).addresses().postgresql();

        private static Path folder() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Returns an empty database. */
    static PostgresqlAddress fresh() {
        var address = Started.ADDRESS;
        var name = "sandbox" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(name, e);
        }
        var url = address.jdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
        return new PostgresqlAddress(url, address.user(), address.password());
    }
}
