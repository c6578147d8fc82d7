package org.kanmai.streams;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.kanmai.streams.log.KafkaLog;

/** How many records the newest checkpoint has not taken in yet. */
final class Lag implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;

    Lag(String bootstrap) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TIMEOUT.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) TIMEOUT.toMillis()));
    }

    /** Asks Kafka, at most 4 seconds; empty when it does not answer or nothing was taken in yet. */
    OptionalLong records() {
        try {
            var taken = admin.listConsumerGroupOffsets(KafkaLog.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return taken.isEmpty() ? OptionalLong.empty() : OptionalLong.of(behind(taken));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        } catch (ExecutionException | TimeoutException unanswered) {
            return OptionalLong.empty();
        }
    }

    private long behind(Map<TopicPartition, OffsetAndMetadata> taken)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        taken.keySet().stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        long sum = 0;
        for (var end : ends.entrySet()) {
            var position = taken.get(end.getKey());
            sum += Math.max(0, end.getValue().offset() - (position == null ? 0 : position.offset()));
        }
        return sum;
    }

    @Override
    public void close() {
        admin.close(TIMEOUT);
    }
}
