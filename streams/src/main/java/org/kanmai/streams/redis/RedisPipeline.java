package org.kanmai.streams.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One connection that sends many writes, each of another key, at once and waits until Redis has them. */
final class RedisPipeline implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;
    private static final String SET_WITH_EXPIRY = """
            for i, key in ipairs(KEYS) do
                redis.call('SET', key, ARGV[2 * i - 1], 'EX', ARGV[2 * i])
            end
            return redis.status_reply('OK')
            """;
    private static final int MOST_QUEUED = 10_000;

    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;

    private RedisPipeline(
            ClientResources resources, RedisClient client, StatefulRedisConnection<String, byte[]> connection) {
        this.resources = resources;
        this.client = client;
        this.connection = connection;
    }

    static RedisPipeline connect(String uri) {
        var address = RedisURI.create(uri);
        address.setTimeout(TIMEOUT);
        var resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        var client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder().requestQueueSize(MOST_QUEUED).build());
        try {
            var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            connection.setAutoFlushCommands(false);
            return new RedisPipeline(resources, client, connection);
        } catch (RedisException unreachable) {
            shutdown(client, resources);
            throw unreachable;
        }
    }

    /** Sends all writes and waits; tries three times, since writing a value twice does no harm. */
    void send(Collection<RedisWrite> writes) throws IOException {
        for (int attempt = 1; !sent(writes); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IOException("Redis took none of " + writes.size() + " writes in " + ATTEMPTS + " attempts");
            }
        }
    }

    private boolean sent(Collection<RedisWrite> writes) {
        List<RedisFuture<?>> answers = new ArrayList<>(3);
        try {
            send(writes, answers);
            connection.flushCommands();
            return LettuceFutures.awaitAll(TIMEOUT, answers.toArray(Future[]::new));
        } catch (RedisException failed) {
            return false;
        } finally {
            answers.forEach(answer -> answer.cancel(false));
        }
    }

    /** One command for all of a sort: a command of its own for each key costs more here and there than its value does. */
    private void send(Collection<RedisWrite> writes, List<RedisFuture<?>> answers) {
        var redis = connection.async();
        var deleted = keys(writes, RedisWrite::deletes);
        if (deleted.length > 0) {
            answers.add(redis.del(deleted));
        }
        var lasting = writes.stream()
                .filter(RedisWrite::lasts)
                .collect(Collectors.toMap(RedisWrite::key, RedisWrite::value, (first, second) -> second));
        if (!lasting.isEmpty()) {
            answers.add(redis.mset(lasting));
        }
        var passing = keys(writes, RedisWrite::passes);
        if (passing.length > 0) {
            answers.add(redis.eval(SET_WITH_EXPIRY, ScriptOutputType.STATUS, passing, arguments(writes)));
        }
    }

    private static String[] keys(Collection<RedisWrite> writes, Predicate<RedisWrite> sort) {
        return writes.stream().filter(sort).map(RedisWrite::key).toArray(String[]::new);
    }

    /** Returns for each key that passes its value and its seconds. */
    private static byte[][] arguments(Collection<RedisWrite> writes) {
        return writes.stream()
                .filter(RedisWrite::passes)
                .flatMap(write -> Stream.of(write.value(), seconds(write)))
                .toArray(byte[][]::new);
    }

    private static byte[] seconds(RedisWrite write) {
        return Long.toString(write.keptSeconds()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        connection.close();
        shutdown(client, resources);
    }

    private static void shutdown(RedisClient client, ClientResources resources) {
        client.shutdown(Duration.ZERO, TIMEOUT);
        resources.shutdown(0, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
