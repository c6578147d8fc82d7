package org.kanmai.app.river.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.facts.Pseudonym;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@KanmaiTest
class RedisAwayTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pseudonym ANNA = new Pseudonym(4_321);

    private final LettuceConnectionFactory redis;

    RedisAwayTests(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    @Test
    void nobodyWaitsForRedisThatWentAwayAndItIsFoundWhenItIsBack() throws Exception {
        try (var way = new Way(redis.getPort())) {
            var cache = new SeenCache(through(way));
            await().atMost(PATIENCE).until(() -> isKept(cache));
            assertThat(cache.bitmap(ANNA)).hasValue(new byte[] {1});
            way.cut();
            long began = System.nanoTime();
            for (int call = 0; call < 5; call++) {
                assertThat(cache.bitmap(ANNA)).isEmpty();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            way.mend();
            await().atMost(PATIENCE).until(() -> cache.bitmap(ANNA).isPresent());
        }
    }

    /** A first connection may be too late for the first question. */
    private static boolean isKept(SeenCache cache) {
        cache.keep(ANNA, new byte[] {1});
        return cache.bitmap(ANNA).isPresent();
    }

    /** The connections of the application, with its own options, by another way. */
    private LettuceConnectionFactory through(Way way) {
        var there = new RedisStandaloneConfiguration("127.0.0.1", way.port());
        there.setPassword(redis.getStandaloneConfiguration().getPassword());
        var connections = new LettuceConnectionFactory(there, redis.getClientConfiguration());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    /** A port that leads to another, until it is cut. */
    private static final class Way implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0);
        private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
        private volatile boolean cut;

        Way(int to) throws IOException {
            Thread.ofVirtual().start(() -> accept(to));
        }

        int port() {
            return door.getLocalPort();
        }

        void cut() {
            cut = true;
            open.forEach(Way::close);
        }

        void mend() {
            cut = false;
        }

        private void accept(int to) {
            while (!door.isClosed()) {
                try {
                    join(door.accept(), to);
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void join(Socket here, int to) throws IOException {
            if (cut) {
                here.close();
                return;
            }
            var there = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(here);
            open.add(there);
            Thread.ofVirtual().start(() -> pass(here, there));
            Thread.ofVirtual().start(() -> pass(there, here));
        }

        private static void pass(Socket from, Socket to) {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException cut) {
                close(to);
            }
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            cut();
        }
    }
}
