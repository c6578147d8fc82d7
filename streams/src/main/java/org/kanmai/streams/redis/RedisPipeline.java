package org.kanmai.streams.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One connection that sends many writes at once and waits for all answers. */
final class RedisPipeline implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;
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

    /** Sends all writes in their order and waits; tries three times, since writing a value twice does no harm. */
    void send(Collection<RedisWrite> writes) throws IOException {
        for (int attempt = 1; !sent(writes); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IOException("Redis took none of " + writes.size() + " writes in " + ATTEMPTS + " attempts");
            }
        }
    }

    private boolean sent(Collection<RedisWrite> writes) {
        List<RedisFuture<?>> answers = new ArrayList<>(writes.size());
        try {
            writes.forEach(write -> answers.add(send(write)));
            connection.flushCommands();
            return LettuceFutures.awaitAll(TIMEOUT, answers.toArray(Future[]::new));
        } catch (RedisException failed) {
            return false;
        } finally {
            answers.forEach(answer -> answer.cancel(false));
        }
    }

    private RedisFuture<?> send(RedisWrite write) {
        var redis = connection.async();
        if (write.deletes()) {
            return redis.del(write.key());
        }
        if (write.keptSeconds() == 0) {
            return redis.set(write.key(), write.value());
        }
        return redis.set(write.key(), write.value(), SetArgs.Builder.ex(write.keptSeconds()));
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
