package org.kanmai.engines;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of the river, the same on an embedded and an external Kafka. */
final class KafkaTopics {
    private static final List<String> NAMES = List.of("viewer", "work", "trade");

    /** For ever: a key's partition, and with it the order of its facts, depends on this number. */
    private static final int PARTITIONS = 16;

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int PAUSE_MILLIS = 50;

    private KafkaTopics() {}

    /** Makes the topics that are absent, and refuses ones of another width. */
    static void ensure(String bootstrap) {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 3);
        try (var admin = Admin.create(settings)) {
            var present = admin.listTopics().names().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            var absent = NAMES.stream()
                    .filter(name -> !present.contains(name))
                    .map(KafkaTopics::topic)
                    .toList();
            for (var made : admin.createTopics(absent).values().values()) {
                await(made);
            }
            refuseOtherWidths(admin);
        } catch (ExecutionException | TimeoutException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new StartRefused("Kafka does not answer at " + bootstrap + ": " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Another process that starts at the same time may have been faster. */
    private static void await(KafkaFuture<Void> made)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            made.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Stamped when appended, and never deleted by age: only the lake's writer deletes what the lake has. */
    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "LogAppendTime"));
    }

    private static void refuseOtherWidths(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (var topic : described(admin).values()) {
            if (topic.partitions().size() != PARTITIONS) {
                throw new StartRefused("Kafka's topic " + topic.name() + " has "
                        + topic.partitions().size() + " partitions and must have " + PARTITIONS + ".");
            }
        }
    }

    /** A broker that is asked at once may not yet know what its controller has just made. */
    private static Map<String, TopicDescription> described(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
        while (true) {
            try {
                return admin.describeTopics(NAMES).allTopicNames().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
