package org.kanmai.streams.log;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.kanmai.facts.Topic;

/** The topics of a Kafka cluster as sources and sinks of messages. */
public final class KafkaLog {
    /** The consumer group under which progress is committed at each checkpoint, for display only. */
    public static final String GROUP = "kanmai-streams";

    private final String bootstrap;

    /** Takes {@code host:port} of one or more brokers. */
    public KafkaLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Returns a topic from its beginning, or from where a checkpoint left it. */
    public Source<Message, ?, ?> source(Topic topic) {
        return KafkaSource.<Message>builder()
                .setBootstrapServers(bootstrap)
                .setTopics(topic.code())
                .setGroupId(GROUP)
                .setClientIdPrefix("streams-" + topic.code())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new MessageDeserializer())
                .setProperty("fetch.min.bytes", "1")
                .setProperty("fetch.max.wait.ms", "100")
                .setProperty("partition.discovery.interval.ms", "-1")
                .build();
    }

    /** Returns a topic to write to, at least once: readers drop repeated facts by their identity. */
    public Sink<Message> sink(Topic topic) {
        return KafkaSink.<Message>builder()
                .setBootstrapServers(bootstrap)
                .setRecordSerializer(new MessageSerializer(topic.code()))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty("acks", "all")
                .setProperty("enable.idempotence", "true")
                .setProperty("linger.ms", "4")
                .setProperty("batch.size", "131072")
                .setProperty("compression.type", "lz4")
                .setProperty("buffer.memory", "16777216")
                .setProperty("delivery.timeout.ms", "30000")
                .setProperty("request.timeout.ms", "10000")
                .build();
    }
}
