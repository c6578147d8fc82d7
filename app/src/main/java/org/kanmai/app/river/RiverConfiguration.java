package org.kanmai.app.river;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kanmai.app.river.leases.NodeLease;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Topic;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Wires the log, its topics, and the maker of ids; and lets Redis be away without anybody waiting for it. */
@Configuration(proxyBeanMethods = false)
class RiverConfiguration {
    @Bean
    NewTopics topics() {
        var topics = java.util.Arrays.stream(Topic.values()).map(RiverConfiguration::topic);
        return new NewTopics(topics.toArray(NewTopic[]::new));
    }

    private static NewTopic topic(Topic topic) {
        return TopicBuilder.name(topic.code())
                .partitions(Topic.PARTITIONS)
                .config("retention.ms", "-1")
                .config("message.timestamp.type", "LogAppendTime")
                .build();
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> factProducer(KafkaConnectionDetails kafka) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka.getProducer().getBootstrapServers(),
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                        ProducerConfig.LINGER_MS_CONFIG, 2,
                        ProducerConfig.BATCH_SIZE_CONFIG, 131_072,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Without this, commands wait for Redis to come back until each has had its time. */
    @Bean
    LettuceClientOptionsBuilderCustomizer redisMayBeAway() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    FactLog factLog(Producer<byte[], byte[]> producer, RiverSettings settings) {
        return new FactLog(producer, settings.acknowledge());
    }

    @Bean
    Ids ids(Clock clock, NodeLease node) {
        return new Ids(clock, node::number);
    }
}
