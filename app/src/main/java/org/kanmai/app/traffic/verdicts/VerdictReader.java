package org.kanmai.app.traffic.verdicts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads verdicts from the log by work; belongs to one thread and to no consumer group. */
final class VerdictReader implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(VerdictReader.class);
    private static final byte[] BEGINNING = "{\"kind\":\"pool-judged\"".getBytes(US_ASCII);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;

    VerdictReader(String bootstrap) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "verdicts",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        4 << 20,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) ANSWER.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * What was read.
     *
     * @param next where each partition is to be read on
     */
    record Read(List<PoolJudged> verdicts, Map<Integer, Long> next) {}

    /** Goes to where each partition is to be read on; one that is not named is read from its beginning. */
    void seek(Map<Integer, Long> next) {
        var places = consumer.partitionsFor(Topic.WORK.code()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(places);
        places.forEach(place -> consumer.seek(place, next.getOrDefault(place.partition(), 0L)));
    }

    /** Returns what comes within a wait. */
    Read read(Duration wait) {
        var verdicts = new ArrayList<PoolJudged>();
        var next = new HashMap<Integer, Long>();
        for (var record : consumer.poll(wait)) {
            next.put(record.partition(), record.offset() + 1);
            if (isVerdict(record.value())) {
                read(record.value(), verdicts);
            }
        }
        return new Read(verdicts, next);
    }

    private static boolean isVerdict(byte[] fact) {
        return fact != null
                && fact.length > BEGINNING.length
                && Arrays.equals(fact, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    private static void read(byte[] fact, List<PoolJudged> verdicts) {
        try {
            if (FactCodec.read(fact).orElse(null) instanceof PoolJudged judged) {
                verdicts.add(judged);
            }
        } catch (IllegalArgumentException unreadable) {
            log.warn("a verdict can't be read: {}", unreadable.getMessage());
        }
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
