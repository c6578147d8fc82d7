package org.kanmai.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** The few words that this module itself has with PostgreSQL: are you there, and have you our database? */
final class PostgresqlSession {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final int OLDEST_MAJOR = 18;

    private PostgresqlSession() {}

    /** Waits until the child takes connections, and makes our database when it is absent. */
    static void await(PostgresqlAddress address, ChildProcess child, Duration limit) {
        var started = System.nanoTime();
        while (true) {
            try {
                connect(address).close();
                return;
            } catch (SQLException e) {
                if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                    create(address);
                    return;
                }
                if (child.ended(PAUSE)) {
                    throw new StartRefused("PostgreSQL does not start:\n" + child.lastWords(), e);
                }
                if (System.nanoTime() - started > limit.toNanos()) {
                    child.stop();
                    throw new StartRefused(
                            "PostgreSQL takes no connections within " + limit + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** Refuses an external server that can't be reached or is too old. */
    static void check(PostgresqlAddress address) {
        try (var connection = connect(address)) {
            var major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new StartRefused(
                        address.jdbcUrl() + " is PostgreSQL " + major + "; " + OLDEST_MAJOR + " or newer is needed.");
            }
        } catch (SQLException e) {
            throw new StartRefused("PostgreSQL does not answer at " + address + ": " + e.getMessage(), e);
        }
    }

    private static void create(PostgresqlAddress address) {
        var name = address.user();
        var maintenance = new PostgresqlAddress(
                address.jdbcUrl().replaceFirst("/" + name + "$", "/postgres"), name, address.password());
        try (var connection = connect(maintenance);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new StartRefused("PostgreSQL can't make the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static Connection connect(PostgresqlAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }
}
