package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NotificationsTests {
    private static final long[] WAITS = {1, 5, 15, 60, 300, 900, 3600, 3600, 3600, 3600};

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void opens() throws Exception {
        scene = new Scene(folder);
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @Test
    void thePaymentIsToldAndSigned() throws Exception {
        var id = Scene.id();
        scene.paid(id, 3900);
        heard(id, 1);
        var told = scene.shop.told(id).getFirst();
        assertThat(told.isSigned()).isTrue();
        assertThat(told.kind()).isEqualTo("payment.paid");
        assertThat(told.at()).isEqualTo(scene.clock.instant());
        assertThat(told.body().path("refund").isNull()).isTrue();
        assertThat(told.body().at("/amount/currency").asString()).isEqualTo("CNY");
    }

    @Test
    void itIsToldAgainUntilItIsAcknowledged() throws Exception {
        var id = Scene.id();
        scene.shop.answers(told -> 500);
        scene.paid(id, 3900);
        for (int tries = 0; tries < WAITS.length; tries++) {
            heardAndNoted(id, tries + 1);
            if (tries == WAITS.length - 1) {
                scene.shop.answers(told -> 200);
            }
            scene.clock.move(Duration.ofSeconds(WAITS[tries]));
        }
        heardAndNoted(id, WAITS.length + 1);
        var told = scene.shop.told(id);
        assertThat(told).extracting(Told::event).containsOnly(told.getFirst().event());
        assertThat(told).allMatch(Told::isSigned);
        assertThat(told).extracting(Told::signedAt).doesNotHaveDuplicates();
    }

    @Test
    void itIsGivenUpAfterTwentyTries() throws Exception {
        var id = Scene.id();
        scene.shop.answers(told -> 503);
        scene.paid(id, 3900);
        for (int tries = 1; tries <= 20; tries++) {
            heardAndNoted(id, tries);
            scene.clock.move(Duration.ofHours(1));
        }
        var other = Scene.id();
        scene.paid(other, 100);
        heard(other, 1);
        assertThat(scene.shop.told(id)).hasSize(20);
    }

    @Test
    void aDuplicateIsTheSameEvent() throws Exception {
        var id = Scene.id();
        scene.pay(scene.open(id, 3900), "twice");
        heard(id, 2);
        var told = scene.shop.told(id);
        assertThat(told.getLast().body()).isEqualTo(told.getFirst().body());
    }

    @Test
    void aLateOneComesTwentySecondsLater() throws Exception {
        var id = Scene.id();
        var other = Scene.id();
        scene.pay(scene.open(id, 3900), "late");
        scene.paid(other, 100);
        heard(other, 1);
        scene.clock.move(Duration.ofSeconds(19));
        var another = Scene.id();
        scene.paid(another, 100);
        heard(another, 1);
        assertThat(scene.shop.told(id)).isEmpty();
        scene.clock.move(Duration.ofSeconds(1));
        heard(id, 1);
    }

    @Test
    void aStaleClosingComesAfterThePayment() throws Exception {
        var id = Scene.id();
        scene.pay(scene.open(id, 3900), "stale");
        heard(id, 1);
        scene.clock.move(Duration.ofSeconds(1));
        heard(id, 2);
        var told = scene.shop.told(id);
        assertThat(scene.shop.kinds(id)).containsExactly("payment.paid", "payment.closed");
        assertThat(told.getLast().at()).isBefore(told.getFirst().at());
        assertThat(scene.state(id)).isEqualTo("paid");
    }

    @Test
    void aShopThatDoesNotAnswerHoldsUpNobodyElse() throws Exception {
        var slow = Scene.id();
        var other = Scene.id();
        var end = new CountDownLatch(1);
        scene.shop.answers(told -> told.payment().equals(slow) ? late(end) : 204);
        scene.paid(slow, 3900);
        heard(slow, 1);
        scene.paid(other, 100);
        heard(other, 1);
        end.countDown();
    }

    private static int late(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 204;
    }

    private void heard(String payment, int times) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> scene.shop.told(payment).size() >= times);
    }

    /** Waits until the provider has noted what came of the try: before that, moving the clock would not bring the next one. */
    private void heardAndNoted(String payment, int times) {
        heard(payment, times);
        await().atMost(Duration.ofSeconds(30)).until(() -> isNoted(payment));
        assertThat(scene.shop.told(payment)).hasSize(times);
    }

    private boolean isNoted(String payment) throws Exception {
        var database = scene.database;
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.prepareStatement("""
                        select delivered_at is not null or due_at <> ?
                          from sandbox.notification
                         where payment = ?
                        """)) {
            statement.setObject(1, scene.clock.instant().plusSeconds(30).atOffset(java.time.ZoneOffset.UTC));
            statement.setString(2, payment);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
