package org.kanmai.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kanmai.streams.Cast.ANNA;
import static org.kanmai.streams.Cast.NOODLES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.ViewerInterests;

/** All jobs on real engines, through a stop and a start. */
@Tag("TD-21")
@Tag("TD-60")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamsTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final WorkId DUMPLINGS = new WorkId(44);
    private static final int VIEWERS = 500;

    private final Path data = folder();
    private final Engines engines = Engines.start(EnginesSettings.embedded(data));
    private final TestLog log = new TestLog(engines.addresses().kafkaBootstrap());
    private final TestRedis redis = new TestRedis(engines.addresses().redisUrl());
    private Streams streams = start();

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Streams start() {
        var addresses = engines.addresses();
        return Streams.start(
                new StreamsSettings(addresses.kafkaBootstrap(), addresses.redisUrl(), data.resolve("checkpoints"), 1));
    }

    @BeforeAll
    void run() {
        await().atMost(PATIENCE).until(() -> streams.isRunning());
    }

    @AfterAll
    void stop() {
        streams.close();
        redis.close();
        log.close();
        engines.close();
    }

    @Test
    @Order(1)
    void aFactOnTheLogBecomesAFeatureInRedis() {
        log.tell(Cast.published());
        log.tell(Cast.consent(1, true));
        log.tell(Cast.exposed(1));
        log.tell(Cast.watched(1, 1, 9_900));
        log.tell(Cast.liked(7));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(redis.counters(NOODLES).rated().of(Measure.COMPLETED)).isEqualTo(1);
            assertThat(redis.counters(NOODLES).rated().of(Measure.LIKED)).isEqualTo(1);
            assertThat(redis.interests(ANNA).tags(5)).containsExactly("noodles", "scene:kitchen");
        });
        assertThat(redis.secondsLeft(ViewerInterests.key(ANNA))).isPositive();
    }

    @Test
    @Order(2)
    void aStopAndAStartNeitherLoseNorDouble() {
        tell(1, VIEWERS);
        await().atMost(PATIENCE).until(() -> streams.latestCheckpoint().isPresent());
        tell(VIEWERS + 1, 2 * VIEWERS);
        streams.close();
        assertThat(streams.isRunning()).isFalse();
        tell(2 * VIEWERS + 1, 3 * VIEWERS);
        tell(1, VIEWERS);

        streams = start();

        log.tell(Cast.exposed(9_999_999, ANNA, DUMPLINGS));
        await().atMost(PATIENCE).untilAsserted(() -> {
            var counters = redis.counters(DUMPLINGS).rated();
            assertThat(counters.of(Measure.EXPOSED)).isEqualTo(3 * VIEWERS + 1);
            assertThat(counters.of(Measure.HELD_3S)).isEqualTo(3 * VIEWERS);
        });
        await().atMost(PATIENCE).until(() -> streams.lag().orElse(1) == 0);
        assertThat(redis.counters(DUMPLINGS).rated().of(Measure.EXPOSED)).isEqualTo(3 * VIEWERS + 1);
    }

    private void tell(int first, int last) {
        for (int i = first; i <= last; i++) {
            var viewer = new Pseudonym(1_000 + i);
            log.tell(Cast.exposed(10_000 + i, viewer, DUMPLINGS));
            log.tell(Cast.watched(10_000 + i, 1, 4_000, viewer, DUMPLINGS));
        }
        log.flush();
    }

    @Test
    @Order(3)
    @Tag("GV-07")
    void theEndOfAPseudonymRemovesItsFeatures() {
        log.tell(Cast.retired());

        await().atMost(PATIENCE).until(() -> redis.interests(ANNA).isEmpty());
        log.tell(Cast.liked(8));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(redis.counters(NOODLES).rated().of(Measure.LIKED))
                        .isEqualTo(2));
        assertThat(redis.interests(ANNA).isEmpty()).isTrue();
    }
}
