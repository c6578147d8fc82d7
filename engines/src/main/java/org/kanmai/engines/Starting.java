package org.kanmai.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Properties;

/** Starts each engine, or checks the external one that stands in its place. */
final class Starting {
    static final String ANNOUNCEMENT = "engines.properties";

    private final EnginesSettings settings;
    private final DataFolder data;
    private final Progress progress;
    private final Binaries binaries;
    private final Ports ports = new Ports();
    private final Properties last;

    Starting(EnginesSettings settings, DataFolder data, Progress progress) {
        this.settings = settings;
        this.data = data;
        this.progress = progress;
        this.binaries = new Binaries(settings.cache(), data.path());
        this.last = last(data);
    }

    Running<PostgresqlAddress> postgresql() {
        var external = settings.postgresql();
        if (external != null) {
            PostgresqlSession.check(external);
            return Running.external(external);
        }
        return Running.timed("PostgreSQL", progress, () -> {
            var port = ports.near(lastPort(EnginesSettings.POSTGRESQL_URL));
            var server = PostgresqlServer.start(data, binaries.postgresql(), port, progress);
            return new Running<>(server.address(), server::close);
        });
    }

    Running<String> redis() {
        var external = settings.redisUrl();
        if (external != null) {
            if (!RedisPing.answers(external)) {
                throw new StartRefused("Redis does not answer at " + external.replaceFirst("//.*@", "//")
                        + " or refuses its password (" + EnginesSettings.REDIS_URL + ").");
            }
            return Running.external(external);
        }
        return Running.timed("Redis", progress, () -> {
            var port = ports.near(lastPort(EnginesSettings.REDIS_URL));
            var server = RedisServer.start(data, binaries.redis(), port, progress);
            return new Running<>(server.url(), server::close);
        });
    }

    Running<String> kafka() {
        var external = settings.kafkaBootstrap();
        if (external != null) {
            KafkaTopics.ensure(external);
            return Running.external(external);
        }
        return Running.timed("Kafka", progress, () -> {
            var port = ports.near(lastPort(EnginesSettings.KAFKA_BOOTSTRAP));
            var broker = KafkaBroker.start(data, port, ports.near(0));
            try {
                KafkaTopics.ensure(broker.bootstrap());
            } catch (RuntimeException e) {
                broker.close();
                throw e;
            }
            return new Running<>(broker.bootstrap(), broker::close);
        });
    }

    /** The port of the last start, or 0. */
    private int lastPort(String key) {
        try {
            var address = last.getProperty(key, "").replaceFirst("^jdbc:", "");
            var port = URI.create(address.contains("//") ? address : "kafka://" + address)
                    .getPort();
            return Math.max(port, 0);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static Properties last(DataFolder data) {
        var properties = new Properties();
        var file = data.resolve(ANNOUNCEMENT);
        if (!Files.exists(file)) {
            return properties;
        }
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new StartRefused("The file " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
