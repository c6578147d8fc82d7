package org.kanmai.app.trade.turns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.stereotype.Component;

/** The queues of flash sales in Redis, one script a question. */
@Component
class TurnQueue {
    /** How long who is let in may take to order. */
    static final Duration HOLD = Duration.ofSeconds(30);

    /** How long a place is kept for who does not ask. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How many wait at most. */
    static final int MOST = 500;

    private static final Logger log = LoggerFactory.getLogger(TurnQueue.class);
    private static final Duration KEPT = Duration.ofDays(8);

    private final StringRedisTemplate redis;
    private final DefaultRedisScript<List<Long>> script = new DefaultRedisScript<>();

    @SuppressWarnings("unchecked")
    TurnQueue(StringRedisTemplate redis) {
        this.redis = redis;
        script.setScriptText(text());
        script.setResultType((Class<List<Long>>) (Class<?>) List.class);
    }

    /** Read once: of a script with a location the file is looked at before each use. */
    private static String text() {
        try {
            return new ClassPathResource("trade/turn.lua").getContentAsString(UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** Lets those at the head in while there is room, and answers where a buyer stands then. */
    Turn enter(PersonId buyer, SaleId sale, int room, Instant now) {
        try {
            var answer = redis.execute(
                    script,
                    List.of(
                            key(sale, "in"),
                            key(sale, "queue"),
                            key(sale, "asked"),
                            key(sale, "last"),
                            key(sale, "known")),
                    buyer.toString(),
                    Long.toString(now.toEpochMilli()),
                    Long.toString(HOLD.toMillis()),
                    Long.toString(PATIENCE.toMillis()),
                    Integer.toString(room),
                    Long.toString(KEPT.toSeconds()),
                    Integer.toString(MOST));
            return turn(answer.getFirst(), answer.get(1), answer.get(2) == 1);
        } catch (DataAccessException away) {
            log.warn("the queue of sale {} is away, all are let in: {}", sale, away.getMessage());
            return new Turn.In();
        }
    }

    private static Turn turn(long place, long waiting, boolean known) {
        if (place == 0) {
            return new Turn.In();
        }
        return place < 0 ? new Turn.Full(known) : new Turn.Waiting(place, waiting, known);
    }

    /** All who wait, are inside or were let in before, while the queue is full. */
    record Crowd(String last, Set<String> people) {}

    /** Returns the crowd of a full queue, the one of before while nobody has joined; empty when there is room to wait, or Redis is away. */
    Optional<Crowd> crowd(SaleId sale, @Nullable Crowd before) {
        try {
            var waiting = redis.opsForZSet().zCard(key(sale, "queue"));
            if (waiting == null || waiting < MOST) {
                return Optional.empty();
            }
            var last = String.valueOf(redis.opsForValue().get(key(sale, "last")));
            return Optional.of(before != null && before.last().equals(last) ? before : new Crowd(last, people(sale)));
        } catch (DataAccessException away) {
            log.warn("the queue of sale {} can't be looked at: {}", sale, away.getMessage());
            return Optional.empty();
        }
    }

    private Set<String> people(SaleId sale) {
        var people = new HashSet<String>();
        people.addAll(orNone(redis.opsForZSet().range(key(sale, "queue"), 0, -1)));
        people.addAll(orNone(redis.opsForZSet().range(key(sale, "in"), 0, -1)));
        people.addAll(orNone(redis.opsForSet().members(key(sale, "known"))));
        return people;
    }

    private static Set<String> orNone(@Nullable Set<String> found) {
        return found == null ? Set.of() : found;
    }

    /** Gives a buyer's place inside to somebody else. */
    void leave(PersonId buyer, SaleId sale) {
        try {
            redis.opsForZSet().remove(key(sale, "in"), buyer.toString());
        } catch (DataAccessException away) {
            log.warn("a place in sale {} can't be given on: {}", sale, away.getMessage());
        }
    }

    private static String key(SaleId sale, String what) {
        return "turn:{" + sale + "}:" + what;
    }
}
