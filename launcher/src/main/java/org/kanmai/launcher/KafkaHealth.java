package org.kanmai.launcher;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells at {@code /actuator/health} whether Kafka answers, within two seconds, and how many brokers it has. */
final class KafkaHealth implements HealthIndicator, AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Admin admin;

    KafkaHealth(String bootstrap) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS));
    }

    @Override
    public Health health() {
        try {
            var brokers = admin.describeCluster().nodes().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            return Health.up().withDetail("brokers", brokers.size()).build();
        } catch (ExecutionException | TimeoutException unanswered) {
            return Health.down().withDetail("kafka", "does not answer").build();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofMillis(TIMEOUT_MILLIS));
    }
}
