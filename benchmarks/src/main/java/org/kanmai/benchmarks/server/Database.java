package org.kanmai.benchmarks.server;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The server's PostgreSQL, looked into from outside; the data folder says where it answers. */
public final class Database implements AutoCloseable {
    private final Properties engines;
    private final Connection connection;

    private Database(Properties engines) throws SQLException {
        this.engines = engines;
        this.connection = connect();
    }

    /** Opens what {@code engines.properties} in a data folder names. */
    public static Database of(Path data) {
        var engines = new Properties();
        try (var in = Files.newInputStream(data.resolve("engines.properties"))) {
            engines.load(in);
            return new Database(engines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Opens another connection, for a load of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                engines.getProperty("kanmai.postgresql.url"),
                engines.getProperty("kanmai.postgresql.user"),
                engines.getProperty("kanmai.postgresql.password"));
    }

    /** Opens a pool of so many connections. */
    public HikariDataSource pool(int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(engines.getProperty("kanmai.postgresql.url"));
        pool.setUsername(engines.getProperty("kanmai.postgresql.user"));
        pool.setPassword(engines.getProperty("kanmai.postgresql.password"));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(connections);
        return pool;
    }

    /** Opens the server's Redis, which the same file names. */
    public LettuceConnectionFactory redis() {
        var address = LettuceConnectionFactory.createRedisConfiguration(engines.getProperty("kanmai.redis.url"));
        var factory = new LettuceConnectionFactory(address);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** A statement as the server has normalised it, and how often it ran. */
    public record Counted(String text, double calls) {}

    /** Begins to count statements anew. */
    public void count() {
        run("create extension if not exists pg_stat_statements");
        run("select pg_stat_statements_reset()");
    }

    /** Returns what ran since then, the most frequent first. */
    public List<Counted> counted() {
        var counted = new ArrayList<Counted>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select regexp_replace(regexp_replace(query, '\\s+', ' ', 'g'), '\\$[0-9]+', '?', 'g'), sum(calls)
                          from pg_stat_statements
                         group by 1
                        """)) {
            while (rows.next()) {
                counted.add(new Counted(rows.getString(1).strip(), rows.getDouble(2)));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        counted.sort(Comparator.comparingDouble(Counted::calls).reversed());
        return counted;
    }

    /** Returns the one number that a query answers. */
    public long number(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    /** Runs a statement. */
    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
