package org.kanmai.app.trade.turns;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final Logger log = LoggerFactory.getLogger(TurnQueue.class);
    private static final Duration KEPT = Duration.ofDays(8);

    private final StringRedisTemplate redis;
    private final DefaultRedisScript<List<Long>> script = new DefaultRedisScript<>();

    @SuppressWarnings("unchecked")
    TurnQueue(StringRedisTemplate redis) {
        this.redis = redis;
        script.setLocation(new ClassPathResource("trade/turn.lua"));
        script.setResultType((Class<List<Long>>) (Class<?>) List.class);
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
                    Long.toString(KEPT.toSeconds()));
            return answer.getFirst() == 0
                    ? new Turn.In()
                    : new Turn.Waiting(answer.getFirst(), answer.get(1), answer.get(2) == 1);
        } catch (DataAccessException away) {
            log.warn("the queue of sale {} is away, all are let in: {}", sale, away.getMessage());
            return new Turn.In();
        }
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
