package org.kanmai.app.insight.lake;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kanmai.facts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all partitions of the log from given offsets on; belongs to one thread and to no consumer group. */
final class LogReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogReader.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST_BATCH = 32 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;

    LogReader(String bootstrap) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "lake",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        8 << 20,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) ANSWER.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Goes to where each lane is to be read on; a lane that is not named is read from its beginning. */
    void seek(Map<Batch.Lane, Long> ends) {
        var places = Arrays.stream(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.code()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(places);
        var beginnings = consumer.beginningOffsets(places);
        for (var place : places) {
            long beginning = Objects.requireNonNull(beginnings.get(place));
            long end = ends.getOrDefault(Batch.Lane.of(place), beginning);
            if (end < beginning) {
                log.error("lake.lost place={} from={} to={}: deleted from the log by others", place, end, beginning);
            }
            consumer.seek(place, Math.max(end, beginning));
        }
    }

    /** Returns what comes within a window after the first record, at most so many; empty when nothing came in one. */
    Batch read(int most, Duration window) {
        var batch = new Batch();
        long bytes = 0;
        long deadline = System.nanoTime() + window.toNanos();
        while (batch.size() < most && bytes < LARGEST_BATCH && System.nanoTime() < deadline) {
            var records = consumer.poll(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            for (var record : records) {
                batch.add(record);
                bytes += record.serializedValueSize();
            }
        }
        return batch;
    }

    /** Makes a reading of another thread end at once, by a {@link org.apache.kafka.common.errors.WakeupException}. */
    void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
