package org.kanmai.app.river;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.stereotype.Component;

/** What the log holds under one pseudonym, read from the partition where it must be. */
@Component
public class Logged implements DisposableBean {
    private static final int PARTITIONS = 16;

    private final KafkaConsumer<byte[], byte[]> consumer;

    Logged(KafkaConnectionDetails kafka) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.getConsumer().getBootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Returns the bytes of each record of a pseudonym, in the order of the log. */
    public List<Binary> records(Pseudonym pseudonym) {
        return records("viewer", pseudonym.value());
    }

    private synchronized List<Binary> records(String topic, long number) {
        var key = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        var partition = new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % PARTITIONS);
        var found = new ArrayList<Binary>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        while (consumer.position(partition) < end) {
            for (var each : consumer.poll(Duration.ofSeconds(1))) {
                if (Arrays.equals(each.key(), key)) {
                    found.add(Binary.of(each.value()));
                }
            }
        }
        return found;
    }

    @Override
    public synchronized void destroy() {
        consumer.close();
    }

    /** Returns the facts of one kind under a pseudonym, repetitions included. */
    public <F extends Fact> List<F> facts(Pseudonym pseudonym, Class<F> kind) {
        return facts(records(pseudonym), kind);
    }

    /** Returns the facts of one kind about a live room, repetitions included. */
    public <F extends Fact> List<F> facts(RoomId room, Class<F> kind) {
        return facts(records("work", room.value()), kind);
    }

    private static <F extends Fact> List<F> facts(List<Binary> records, Class<F> kind) {
        return records.stream()
                .map(record -> FactCodec.read(record.bytes()).orElseThrow())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
