package org.kanmai.app.river.seen;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.facts.Pseudonym;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** The copy of the bitmaps in Redis, and what was served in the last half hour. */
@Component
class SeenCache {
    private static final Logger log = LoggerFactory.getLogger(SeenCache.class);
    private static final Duration COPY_AGE = Duration.ofMinutes(10);
    private static final Duration SERVED_AGE = Duration.ofMinutes(31);

    private final StringRedisTemplate redis;
    private final RedisTemplate<String, byte[]> copies = new RedisTemplate<>();

    SeenCache(RedisConnectionFactory connections) {
        this.redis = new StringRedisTemplate(connections);
        copies.setConnectionFactory(connections);
        copies.setKeySerializer(RedisSerializer.string());
        copies.setValueSerializer(RedisSerializer.byteArray());
        copies.afterPropertiesSet();
    }

    Optional<byte[]> bitmap(Pseudonym pseudonym) {
        try {
            return Optional.ofNullable(copies.opsForValue().get(copyKey(pseudonym)));
        } catch (DataAccessException away) {
            log.debug("no copy", away);
            return Optional.empty();
        }
    }

    void keep(Pseudonym pseudonym, byte[] bitmap) {
        quietly(() -> copies.opsForValue().set(copyKey(pseudonym), bitmap, COPY_AGE));
    }

    void drop(Collection<Long> pseudonyms) {
        var keys =
                pseudonyms.stream().map(Pseudonym::new).map(SeenCache::copyKey).toList();
        quietly(() -> copies.delete(keys));
    }

    void served(Pseudonym pseudonym, Collection<Long> works, Instant at) {
        if (works.isEmpty()) {
            return;
        }
        quietly(() -> {
            var key = servedKey(pseudonym);
            Set<TypedTuple<String>> members = works.stream()
                    .map(work -> TypedTuple.of(Long.toString(work), (double) at.toEpochMilli()))
                    .collect(Collectors.toSet());
            redis.opsForZSet().add(key, members);
            redis.opsForZSet()
                    .removeRangeByScore(key, 0, (double) at.minus(SERVED_AGE).toEpochMilli());
            redis.expire(key, SERVED_AGE);
        });
    }

    Set<Long> servedSince(Pseudonym pseudonym, Instant since) {
        var members =
                redis.opsForZSet().rangeByScore(servedKey(pseudonym), (double) since.toEpochMilli(), Double.MAX_VALUE);
        return members == null ? Set.of() : members.stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    void remove(Pseudonym pseudonym) {
        quietly(() -> redis.delete(servedKey(pseudonym)));
        drop(List.of(pseudonym.value()));
    }

    private static void quietly(Runnable command) {
        try {
            command.run();
        } catch (DataAccessException away) {
            log.warn("redis is away: {}", away.getMessage());
        }
    }

    private static String copyKey(Pseudonym pseudonym) {
        return "seen:" + pseudonym;
    }

    private static String servedKey(Pseudonym pseudonym) {
        return "served:" + pseudonym;
    }
}
