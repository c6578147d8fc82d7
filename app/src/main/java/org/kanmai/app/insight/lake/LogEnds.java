package org.kanmai.app.insight.lake;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.kanmai.facts.Topic;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.stereotype.Component;

/** Where the log ends, how far its readers are, and the removal of what nobody needs there any more. */
@Component
class LogEnds implements DisposableBean {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Admin admin;

    LogEnds(KafkaConnectionDetails kafka) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.getConsumer().getBootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis()));
    }

    /** The log does not answer. */
    static final class LogAway extends Exception {
        LogAway(Throwable cause) {
            super(cause);
        }
    }

    /** Returns the first offset of each lane that has no record yet. */
    Map<Batch.Lane, Long> latest() throws LogAway {
        return offsets(OffsetSpec.latest());
    }

    /** Returns the first offset of each lane that is still on the log. */
    Map<Batch.Lane, Long> earliest() throws LogAway {
        return offsets(OffsetSpec.earliest());
    }

    private Map<Batch.Lane, Long> offsets(OffsetSpec which) throws LogAway {
        var asked = lanes().stream().collect(Collectors.toMap(Batch.Lane::place, lane -> which));
        var ends = new HashMap<Batch.Lane, Long>();
        answer(admin.listOffsets(asked).all()).forEach((place, end) -> ends.put(Batch.Lane.of(place), end.offset()));
        return ends;
    }

    /** Returns how far the slowest reader with a group is with each lane; a lane that no group reads is left out. */
    Map<Batch.Lane, Long> slowestReaders() throws LogAway {
        var slowest = new HashMap<Batch.Lane, Long>();
        var groups = answer(admin.listGroups().all()).stream().map(GroupListing::groupId);
        for (var group : groups.toList()) {
            readBy(group).forEach((lane, offset) -> slowest.merge(lane, offset, Math::min));
        }
        return slowest;
    }

    /** Returns how far a group of readers is with each lane. */
    Map<Batch.Lane, Long> readBy(String group) throws LogAway {
        var read = new HashMap<Batch.Lane, Long>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((place, at) -> read.put(Batch.Lane.of(place), at.offset()));
        return read;
    }

    /** Removes what stands before an offset of each lane. */
    void removeBefore(Map<Batch.Lane, Long> offsets) throws LogAway {
        Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
        offsets.forEach((lane, offset) -> before.put(lane.place(), RecordsToDelete.beforeOffset(offset)));
        answer(admin.deleteRecords(before).all());
    }

    private static List<Batch.Lane> lanes() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new Batch.Lane(topic.code(), partition)))
                .toList();
    }

    private static <T> T answer(KafkaFuture<T> asked) throws LogAway {
        try {
            return asked.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LogAway(stopped);
        } catch (ExecutionException | TimeoutException unanswered) {
            throw new LogAway(unanswered);
        }
    }

    @Override
    public void destroy() {
        admin.close(ANSWER);
    }
}
