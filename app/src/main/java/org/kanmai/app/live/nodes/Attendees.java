package org.kanmai.app.live.nodes;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.stereotype.Component;

/** Which people are in a room, wherever their socket is: noted in Redis for half a minute, and noted anew while they stay. */
@Component
public class Attendees {
    /** So long somebody counts as there who is not noted again. */
    static final Duration AGE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Attendees.class);
    private static final int AT_ONCE = 1_000;

    private final StringRedisTemplate redis;
    private final Clock clock;

    Attendees(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Notes that people are in a room; without Redis nobody elsewhere knows. */
    public void note(RoomId room, Collection<PersonId> people) {
        var all = List.copyOf(people);
        try {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                note(key(room), all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            }
        } catch (DataAccessException away) {
            LOG.debug("who is in room {} is not noted", room, away);
        }
    }

    private void note(String key, List<PersonId> some) {
        double now = clock.millis();
        Set<TypedTuple<String>> tuples = some.stream()
                .map(person -> TypedTuple.of(person.toString(), now + AGE.toMillis()))
                .collect(Collectors.toSet());
        redis.opsForZSet().add(key, tuples);
        redis.opsForZSet().removeRangeByScore(key, 0, now);
        redis.expire(key, AGE.multipliedBy(2));
    }

    /** Somebody has left; whose socket is elsewhere too is noted there anew. */
    public void forget(RoomId room, PersonId person) {
        try {
            redis.opsForZSet().remove(key(room), person.toString());
        } catch (DataAccessException away) {
            LOG.debug("who left room {} is noted until it lapses", room, away);
        }
    }

    /** Returns whether somebody is in a room, or was a moment ago; false when that is not known. */
    public boolean has(RoomId room, PersonId person) {
        try {
            var until = redis.opsForZSet().score(key(room), person.toString());
            return until != null && until >= clock.millis();
        } catch (DataAccessException away) {
            LOG.debug("who is in room {} is not known", room, away);
            return false;
        }
    }

    private static String key(RoomId room) {
        return "live:people:" + room;
    }
}
