package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
class KeysTests {
    private final DataSource here;
    private final JdbcClient jdbc;

    KeysTests(DataSource here, JdbcClient jdbc) {
        this.here = here;
        this.jdbc = jdbc;
    }

    @Test
    void aProcessThatStartsWhileAnotherMakesTheFirstKeyWaitsForItAndTakesIt() throws Exception {
        var fresh = freshDatabase();
        var store = new KeyStore(JdbcClient.create(fresh));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(fresh));
        var second = Objects.requireNonNull(transaction.execute(status -> {
            first(store);
            var starting = CompletableFuture.runAsync(() -> new TransactionTemplate(new JdbcTransactionManager(fresh))
                    .executeWithoutResult(other -> first(store)));
            await().atMost(Duration.ofSeconds(20)).until(() -> starting.isDone() || somebodyWaits());
            return starting;
        }));
        second.get(20, TimeUnit.SECONDS);
        assertThat(store.all("token")).hasSize(1);
    }

    private static void first(KeyStore store) {
        store.addFirst("token", new byte[] {1}, null, Instant.EPOCH);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                select exists (select from pg_stat_activity where wait_event_type = 'Lock' and datname like 'keys%')
                """).query(Boolean.class).single();
    }

    /** Makes a database with nothing but the table of keys, as it is in the migration. */
    private DataSource freshDatabase() throws Exception {
        var name = "keys" + System.nanoTime();
        jdbc.sql("create database " + name + " template template0").update();
        var database = new DriverManagerDataSource();
        try (var connection = here.getConnection()) {
            var settings = here.unwrap(com.zaxxer.hikari.HikariDataSource.class);
            var url = connection.getMetaData().getURL();
            database.setUrl(url.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"));
            database.setUsername(settings.getUsername());
            database.setPassword(String.valueOf(settings.getPassword()));
        }
        var there = JdbcClient.create(database);
        for (var statement :
                List.of("create schema river", jdbc.sql("""
                select 'create table river.key (id integer generated always as identity primary key, '
                       || string_agg(column_name || ' ' || data_type, ', ') || ')'
                  from information_schema.columns
                 where table_schema = 'river' and table_name = 'key' and column_name <> 'id'
                """).query(String.class).single())) {
            there.sql(statement).update();
        }
        return database;
    }
}
