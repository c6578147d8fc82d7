package org.kanmai.launcher.crashes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;

/** The engines of a running Kanmai, looked at from outside: what the log holds and what was counted of it. */
record River(String kafka, String redis) {
    private static final int PARTITIONS = 16;
    private static final Duration POLL = Duration.ofMillis(200);

    static River of(Path data) throws IOException {
        var announced = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("engines.properties"), UTF_8)) {
            announced.load(reader);
        }
        return new River(announced.getProperty("kanmai.kafka.bootstrap"), announced.getProperty("kanmai.redis.url"));
    }

    /** Every fact that viewers caused, in the order of the log, repetitions included. */
    List<Fact> viewers() {
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition("viewer", partition))
                .collect(Collectors.toSet());
        var settings = Map.<String, Object>of("bootstrap.servers", kafka);
        var facts = new ArrayList<Fact>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL)
                        .forEach(record -> FactCodec.read(record.value()).ifPresent(facts::add));
            }
        }
        return facts;
    }

    /** What the streams have counted of these works so far. */
    Map<String, WorkCounters> counted(Collection<String> works) {
        var client = RedisClient.create(redis);
        try (var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            var counted = new HashMap<String, WorkCounters>();
            for (var work : works) {
                var bytes = connection
                        .sync()
                        .get(WorkCounters.key(WorkId.parse(work)).getBytes(UTF_8));
                counted.put(work, bytes == null ? WorkCounters.NONE : WorkCounters.parse(bytes));
            }
            return counted;
        } finally {
            client.shutdown();
        }
    }
}
