package org.kanmai.app.insight.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.kanmai.facts.Binary;
import org.kanmai.facts.proof.GrowingTree;

/** Records that become one file, in the order of each partition. */
final class Batch {
    private final Map<Lane, List<ConsumerRecord<byte[], byte[]>>> lanes = new TreeMap<>();
    private int size;

    /** One partition of one topic. */
    record Lane(String topic, int partition) implements Comparable<Lane> {
        static Lane of(TopicPartition place) {
            return new Lane(place.topic(), place.partition());
        }

        TopicPartition place() {
            return new TopicPartition(topic, partition);
        }

        @Override
        public int compareTo(Lane other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? Integer.compare(partition, other.partition) : byTopic;
        }
    }

    /**
     * A range of offsets of one lane that is in one file.
     *
     * @param from the first
     * @param to the first that is not in it any more
     * @param root over the original bytes of its records
     */
    record Segment(Lane lane, long from, long to, Binary root) {}

    void add(ConsumerRecord<byte[], byte[]> record) {
        lanes.computeIfAbsent(new Lane(record.topic(), record.partition()), lane -> new ArrayList<>())
                .add(record);
        size++;
    }

    int size() {
        return size;
    }

    /** Returns all records, lane by lane. */
    List<ConsumerRecord<byte[], byte[]>> records() {
        return lanes.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the ranges that the batch covers. */
    List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        lanes.forEach((lane, records) -> segments.add(
                new Segment(lane, records.getFirst().offset(), records.getLast().offset() + 1, root(records))));
        return segments;
    }

    private static Binary root(List<ConsumerRecord<byte[], byte[]>> records) {
        var tree = new GrowingTree();
        records.forEach(each -> tree.add(each.value()));
        return tree.root();
    }
}
