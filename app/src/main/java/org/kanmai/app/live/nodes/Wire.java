package org.kanmai.app.live.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.SubscriptionListener;

/** Channels of Redis, which keeps nothing: published to by one thread, heard on another. */
final class Wire implements AutoCloseable {
    private final RedisConnectionFactory connections;
    private final Ear ear;
    private final Set<String> channels = new HashSet<>();
    private @Nullable RedisConnection listening;

    /** Takes who hears what is published, by its channel, and who is told that a channel is heard from now on, or heard again. */
    Wire(RedisConnectionFactory connections, BiConsumer<String, String> heard, Consumer<String> begun) {
        this.connections = connections;
        this.ear = new Ear(heard, begun);
    }

    private record Ear(BiConsumer<String, String> heard, Consumer<String> begun)
            implements MessageListener, SubscriptionListener {
        @Override
        public void onMessage(Message message, byte @Nullable [] pattern) {
            heard.accept(new String(message.getChannel(), UTF_8), new String(message.getBody(), UTF_8));
        }

        @Override
        public void onChannelSubscribed(byte[] channel, long count) {
            begun.accept(new String(channel, UTF_8));
        }
    }

    /** Hears these channels from now on and no others; throws when Redis is away. */
    synchronized void listenTo(Set<String> wanted) {
        if (listening == null) {
            listening = opened(wanted);
            channels.addAll(wanted);
            return;
        }
        var subscription = Objects.requireNonNull(listening.getSubscription(), "no subscription");
        var more = new HashSet<>(wanted);
        more.removeAll(channels);
        if (!more.isEmpty()) {
            subscription.subscribe(bytes(more));
            channels.addAll(more);
        }
        var fewer = new HashSet<>(channels);
        fewer.removeAll(wanted);
        if (!fewer.isEmpty()) {
            subscription.unsubscribe(bytes(fewer));
            channels.removeAll(fewer);
        }
    }

    private RedisConnection opened(Set<String> wanted) {
        var opened = connections.getConnection();
        try {
            opened.subscribe(ear, bytes(wanted));
            return opened;
        } catch (RuntimeException away) {
            opened.close();
            throw away;
        }
    }

    private static byte[][] bytes(Set<String> names) {
        return names.stream().map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
    }

    /** Publishes to each channel; throws when Redis is away, and some of it may have gone. */
    void publish(Map<String, String> messages) {
        try (var connection = connections.getConnection()) {
            connection.openPipeline();
            messages.forEach(
                    (channel, message) -> connection.publish(channel.getBytes(UTF_8), message.getBytes(UTF_8)));
            connection.closePipeline();
        }
    }

    /** Lets go of what is heard; the next channels are heard through another connection. */
    @Override
    public synchronized void close() {
        var closing = listening;
        listening = null;
        channels.clear();
        if (closing != null) {
            closing.close();
        }
    }
}
