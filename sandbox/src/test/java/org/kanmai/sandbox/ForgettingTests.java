package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.sandbox.access.Merchant;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.keys.KeyFolder;
import org.kanmai.sandbox.notifications.Notifications;

@Timeout(120)
class ForgettingTests {
    @TempDir
    Path folder;

    private Scene scene;
    private Database database;

    @BeforeEach
    void opens() throws Exception {
        scene = new Scene(folder);
        database = Database.open(scene.database.jdbcUrl(), scene.database.user(), scene.database.password());
    }

    @AfterEach
    void closes() {
        database.close();
        scene.close();
    }

    @Test
    void aNonceIsForgottenWhenItsTimestampWouldNotBeBelievedAnyMore() throws Exception {
        scene.ask(Scene.id(), 3900);
        var merchant = new Merchant(KeyFolder.open(scene.keys).merchant(), database, scene.clock);
        scene.clock.move(Duration.ofMinutes(10));
        merchant.forget();
        assertThat(count("select count(*) as rows from sandbox.nonce")).isEqualTo(1);
        scene.clock.move(Duration.ofMinutes(2));
        merchant.forget();
        assertThat(count("select count(*) as rows from sandbox.nonce")).isZero();
    }

    @Test
    void aNotificationIsForgottenAWeekAfterItWasAcknowledged() throws Exception {
        scene.paid(Scene.id(), 3900);
        await().until(() ->
                count("select count(*) as rows from sandbox.notification where delivered_at is not null") == 1);
        try (var notifications =
                new Notifications(database, KeyFolder.open(scene.keys).provider(), scene.clock)) {
            notifications.start();
            scene.clock.move(Duration.ofDays(6));
            notifications.forget();
            assertThat(count("select count(*) as rows from sandbox.notification"))
                    .isEqualTo(1);
            scene.clock.move(Duration.ofDays(2));
            notifications.forget();
            assertThat(count("select count(*) as rows from sandbox.notification"))
                    .isZero();
        }
    }

    private long count(String sql) {
        return database.transaction(session -> session.first(sql, row -> row.getLong("rows")))
                .orElseThrow();
    }
}
