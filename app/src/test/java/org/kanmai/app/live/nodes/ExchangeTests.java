package org.kanmai.app.live.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Ear;
import org.kanmai.app.live.Stage;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Two processes on one Redis: what is told in one is heard in the other, once and in its order, also after Redis was away. */
@KanmaiTest
@Timeout(60)
@Tag("LC-01")
class ExchangeTests {
    private final RedisConnectionFactory redis;
    private final JsonMapper json;
    private final Clock clock;
    private final Stage stage;
    private final int port;
    private RoomId room;

    ExchangeTests(
            RedisConnectionFactory redis,
            JsonMapper json,
            Clock clock,
            Ids ids,
            Stage stage,
            @LocalServerPort int port) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
        this.stage = stage;
        this.port = port;
        this.room = new RoomId(ids.next());
    }

    /** One process, whose beats the test gives. */
    private final class Beating implements Audience, AutoCloseable {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<RoomId> caughtUp = new CopyOnWriteArrayList<>();
        private final AtomicBoolean away = new AtomicBoolean();
        private final Node node = Node.begun();
        private final Census census = new Census(node);
        private final Exchange exchange = new Exchange(node, census, () -> this, mayBeAway(away), clock, json);

        @Override
        public Set<RoomId> rooms() {
            return Set.of(room);
        }

        @Override
        public void hear(RoomId where, String message) {
            heard.add(message);
        }

        @Override
        public void catchUp(RoomId where) {
            caughtUp.add(where);
        }

        void beat() {
            exchange.beat();
            exchange.catchUp();
        }

        /** What is kept is read as soon as something new is heard, so that nothing is missed in between. */
        void listen() {
            beat();
            await().pollInterval(Duration.ofMillis(10)).until(() -> {
                exchange.catchUp();
                return !caughtUp.isEmpty();
            });
        }

        void beatUntil(BooleanSupplier enough) {
            await().pollInterval(Duration.ofMillis(10)).until(() -> {
                beat();
                return enough.getAsBoolean();
            });
        }

        @Override
        public void close() {
            exchange.stop();
        }
    }

    private RedisConnectionFactory mayBeAway(AtomicBoolean away) {
        return (RedisConnectionFactory) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RedisConnectionFactory.class}, (proxy, method, given) -> {
                    if (away.get()) {
                        throw new RedisConnectionFailureException("away");
                    }
                    try {
                        return method.invoke(redis, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Test
    void whatIsToldInOneProcessIsHeardInTheOtherOnceAndInItsOrder() {
        try (var one = new Beating();
                var other = new Beating()) {
            one.listen();
            other.listen();
            assertThat(other.caughtUp).containsExactly(room);
            IntStream.range(0, 60).mapToObj(Integer::toString).forEach(each -> one.exchange.tell(room, each));
            one.census.count(Map.of(room, 4), Set.of(room));
            one.beatUntil(() -> other.heard.size() == 60 && other.census.viewersElsewhere(room) > 0);
            assertThat(other.heard)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 60).mapToObj(Integer::toString).toList());
            assertThat(one.heard).isEmpty();
            assertThat(other.census.viewersElsewhere(room)).isEqualTo(4);
            assertThat(one.census.viewersElsewhere(room)).isZero();
        }
    }

    @Test
    void whatIsToldWhileRedisIsAwayIsHeardWhenItIsBackAndWhatWasTooMuchIsReadAgain() {
        try (var one = new Beating();
                var other = new Beating()) {
            other.listen();
            one.listen();
            other.caughtUp.clear();
            one.away.set(true);
            one.exchange.tell(room, "away");
            one.beat();
            IntStream.range(0, Outgoing.MOST_WAITING + 1)
                    .mapToObj(Integer::toString)
                    .forEach(each -> one.exchange.tell(room, each));
            one.beat();
            assertThat(other.heard).isEmpty();
            one.away.set(false);
            one.beatUntil(() -> other.heard.size() >= Outgoing.MOST_WAITING + 1);
            other.exchange.catchUp();
            assertThat(other.caughtUp).containsExactly(room);
            assertThat(other.heard).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsSaidHereIsHeardElsewhereAndWhatHappensElsewhereIsHeardHere() {
        var open = stage.room(port, 1);
        room = RoomId.parse(open.room());
        var ear = Ear.in(open.room(), port);
        try (var other = new Beating()) {
            other.listen();
            other.beatUntil(() -> {
                other.exchange.tell(room, "{\"likes\":7}");
                return ear.heard("\"likes\":7");
            });
            var anna = Browser.of(port, Cast.handle("anna"));
            assertThat(anna.post(open.here("/talk"), "{\"text\": \"Is it fresh?\"}")
                            .status())
                    .isEqualTo(202);
            other.beatUntil(() -> other.heard.stream().anyMatch(each -> each.contains("Is it fresh?")));
            await().until(() -> ear.heard("Is it fresh?"));
        }
    }

    @Test
    void whoIsInARoomIsKnownElsewhereWhileTheyAreNotedAnew() {
        var now = clock.instant();
        var anna = new PersonId(7);
        attendees(now).note(room, Set.of(anna));
        assertThat(attendees(now.plus(Attendees.AGE)).has(room, anna)).isTrue();
        assertThat(attendees(now.plus(Attendees.AGE).plusMillis(1)).has(room, anna))
                .isFalse();
        assertThat(attendees(now).has(room, new PersonId(8))).isFalse();
        attendees(now).forget(room, anna);
        assertThat(attendees(now).has(room, anna)).isFalse();
    }

    private Attendees attendees(Instant at) {
        return new Attendees(new StringRedisTemplate(redis), Clock.fixed(at, ZoneOffset.UTC));
    }
}
