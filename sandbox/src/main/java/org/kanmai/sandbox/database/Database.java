package org.kanmai.sandbox.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** PostgreSQL with the schema {@code sandbox} in it, brought up to date when it is opened. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long CONNECT_MILLIS = 5_000;
    private static final String ANSWER_SECONDS = "20";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it and returns what came out. */
        T in(Session session) throws SQLException;
    }

    /** Connects and migrates; throws when the database doesn't answer. */
    public static Database open(String url, String user, String password) {
        migrate(url, user, password);
        var settings = new HikariConfig();
        settings.setPoolName("sandbox");
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setAutoCommit(false);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(CONNECT_MILLIS);
        settings.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
        return new Database(new HikariDataSource(settings));
    }

    private static void migrate(String url, String user, String password) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, user, password)
                .schemas("sandbox")
                .table("migration")
                .locations("classpath:db/sandbox")
                .load()
                .migrate();
    }

    /** Commits what the work did, or nothing of it when it throws: the pool rolls back what comes home uncommitted. */
    public <T> T transaction(Work<T> work) {
        try (var connection = pool.getConnection()) {
            var result = work.in(new Session(connection));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("the database failed", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
