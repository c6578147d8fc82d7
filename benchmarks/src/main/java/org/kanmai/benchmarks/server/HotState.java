package org.kanmai.benchmarks.server;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The features in Redis, read from outside; the data folder says where Redis answers. */
public final class HotState implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;

    private HotState(RedisClient client) {
        this.client = client;
        this.connection = client.connect(ByteArrayCodec.INSTANCE);
    }

    /** Opens what {@code engines.properties} in a data folder names. */
    public static HotState of(Path data) {
        var engines = new Properties();
        try (var in = Files.newInputStream(data.resolve("engines.properties"))) {
            engines.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var address = RedisURI.create(engines.getProperty("kanmai.redis.url"));
        address.setTimeout(PATIENCE);
        return new HotState(RedisClient.create(address));
    }

    /** Returns the bytes under a key. */
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(connection.sync().get(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, PATIENCE);
    }
}
