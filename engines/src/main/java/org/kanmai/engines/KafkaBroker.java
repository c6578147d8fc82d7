package org.kanmai.engines;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka broker and controller inside this process, on {@code <data>/kafka}. */
final class KafkaBroker implements AutoCloseable {
    private static final int NODE = 1;

    /** A group keeps its place as long as its log keeps the facts: ten years, in minutes. */
    private static final int OFFSETS_RETENTION_MINUTES = 10 * 365 * 24 * 60;

    /**
     * After a crash the controller waits this long before it believes that the broker it knew is gone; on a machine so
     * busy that a heartbeat takes longer, it would part from a living one.
     */
    private static final int SESSION_MILLIS = 6_000;

    private final KafkaRaftServer server;
    private final String bootstrap;

    private KafkaBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Starts it, formatting the folder first when it is new; returns when it takes records. */
    static KafkaBroker start(DataFolder data, int port, int controllerPort) {
        var folder = data.folder("kafka");
        try {
            format(folder);
            var server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings(folder, port, controllerPort)), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server, "127.0.0.1:" + port);
        } catch (Exception e) {
            throw new StartRefused("Kafka does not start on " + folder + ": " + e.getMessage(), e);
        }
    }

    String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** The file meta.properties is written last, so a folder without it is new or half formatted. */
    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    /**
     * One node, small: no topic appears by a slip of the pen, nothing is deleted by age, and what was written is on the
     * disk within a second (facts that must not be lost wait for that in PostgreSQL's outbox).
     */
    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        var listener = "PLAINTEXT://127.0.0.1:" + port;
        var controller = "127.0.0.1:" + controllerPort;
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "" + NODE,
                "listeners",
                listener + ",CONTROLLER://" + controller,
                "advertised.listeners",
                listener,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.quorum.voters",
                NODE + "@" + controller,
                "log.dirs",
                "" + folder));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "offsets.retention.minutes", "" + OFFSETS_RETENTION_MINUTES,
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "broker.session.timeout.ms", "" + SESSION_MILLIS,
                "broker.heartbeat.interval.ms", "" + SESSION_MILLIS / 6,
                "group.initial.rebalance.delay.ms", "0",
                "log.retention.ms", "-1",
                "log.segment.bytes", "" + (64 << 20),
                "log.flush.interval.ms", "1000",
                "log.flush.scheduler.interval.ms", "1000",
                "log.cleaner.dedupe.buffer.size", "" + (8 << 20)));
        settings.putAll(Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2"));
        return settings;
    }
}
