package org.kanmai.app.feed.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what viewers did from the log; belongs to one thread and to no consumer group. */
public final class ViewerLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ViewerLog.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long UNKNOWN = 1_000_000_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> places;

    /** Who takes what is read. */
    public interface Taking {
        /** Takes a record: its partition, its offset, and the fact, unless it is of a kind that this release does not know. */
        void take(int partition, long offset, Optional<Fact> fact);
    }

    /** Reads as a client of some name. */
    public ViewerLog(String bootstrap, String client) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        client,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        4 << 20,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) ANSWER.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.places = consumer.partitionsFor(Topic.VIEWER.code()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(places);
    }

    /** Goes to where each partition is to be read on; one that is not named is read from its beginning. */
    public void seek(Map<Integer, Long> next) {
        var beginnings = consumer.beginningOffsets(places);
        for (var place : places) {
            long beginning = Objects.requireNonNull(beginnings.get(place));
            consumer.seek(place, Math.max(beginning, next.getOrDefault(place.partition(), beginning)));
        }
    }

    /** Returns where each partition ends now. */
    public Map<Integer, Long> ends() {
        return consumer.endOffsets(places).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }

    /** Goes back from the end so that some records are read once more, about evenly of all partitions. */
    public void seekBack(long records) {
        long each = records / Math.max(1, places.size());
        seek(ends().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> Math.max(0, end.getValue() - each))));
    }

    /** Gives what comes within a wait. */
    public void read(Duration wait, Taking taking) {
        for (var record : consumer.poll(wait)) {
            taking.take(record.partition(), record.offset(), fact(record.value()));
        }
    }

    /** Returns how many records are still to be read; more than there are where a partition has not answered yet. */
    public long left() {
        return places.stream()
                .mapToLong(place -> consumer.currentLag(place).orElse(UNKNOWN))
                .sum();
    }

    /** Reads nothing for a while. */
    public void rest(Duration wait) {
        consumer.pause(places);
        consumer.poll(wait);
        consumer.resume(places);
    }

    /** Returns whether all of a partition was read. */
    public boolean isRead(int partition) {
        return consumer.currentLag(new TopicPartition(Topic.VIEWER.code(), partition))
                        .orElse(1)
                == 0;
    }

    private static Optional<Fact> fact(byte[] record) {
        try {
            return FactCodec.read(record).map(Function.identity());
        } catch (IllegalArgumentException unreadable) {
            log.warn("a fact can't be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Makes a reading of another thread end at once, by a {@link org.apache.kafka.common.errors.WakeupException}. */
    public void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
