package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
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
    void processesThatStartTogetherShareTheFirstKey() throws Exception {
        var fresh = freshDatabase();
        var store = new KeyStore(JdbcClient.create(fresh));
        var starting = IntStream.range(0, 8)
                .mapToObj(process -> CompletableFuture.runAsync(() -> first(store, fresh)))
                .toList();
        CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
        assertThat(store.all("token")).hasSize(1);
    }

    private static void first(KeyStore store, DataSource database) {
        DataSourceTransactionManager transactions = new JdbcTransactionManager(database);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> store.addFirst("token", new byte[] {1}, null, Instant.EPOCH));
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
