package org.kanmai.app.river.seen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.facts.Pseudonym;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
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
    private final DefaultRedisScript<Void> note = new DefaultRedisScript<>();

    SeenCache(RedisConnectionFactory connections) {
        this.redis = new StringRedisTemplate(connections);
        copies.setConnectionFactory(connections);
        copies.setKeySerializer(RedisSerializer.string());
        copies.setValueSerializer(RedisSerializer.byteArray());
        copies.afterPropertiesSet();
        note.setScriptText(script());
    }

    /** Read once: of a script with a location the file is looked at before each use. */
    private static String script() {
        try {
            return new ClassPathResource("river/served.lua").getContentAsString(UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
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

    void served(Pseudonym pseudonym, Set<Long> works, Instant at) {
        if (!works.isEmpty()) {
            quietly(() -> noteServed(Map.of(pseudonym, works), at));
        }
    }

    /**
     * Drops the copies that lack what is committed now, and notes its works as served lately: a copy that was read before the
     * commit and kept after this lacks them for its ten minutes, and they are known all the same.
     */
    void exposed(Map<Pseudonym, Exposures> exposures, Instant at) {
        if (exposures.isEmpty()) {
            return;
        }
        var works = exposures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, added -> added.getValue().works()));
        quietly(() -> {
            redis.delete(exposures.keySet().stream().map(SeenCache::copyKey).toList());
            noteServed(works, at);
        });
    }

    /** One question over the connection that all share: a pipeline would open one of its own each time. */
    private void noteServed(Map<Pseudonym, Set<Long>> served, Instant at) {
        var keys = new ArrayList<String>();
        var given = new ArrayList<String>();
        given.add(Long.toString(at.toEpochMilli()));
        given.add(Long.toString(at.minus(SERVED_AGE).toEpochMilli()));
        given.add(Long.toString(SERVED_AGE.toSeconds()));
        served.forEach((pseudonym, works) -> {
            keys.add(servedKey(pseudonym));
            given.add(Integer.toString(works.size()));
            works.forEach(work -> given.add(Long.toString(work)));
        });
        redis.execute(note, keys, given.toArray());
    }

    Set<Long> servedSince(Pseudonym pseudonym, Instant since) {
        var members =
                redis.opsForZSet().rangeByScore(servedKey(pseudonym), (double) since.toEpochMilli(), Double.MAX_VALUE);
        return members == null ? Set.of() : members.stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    void remove(Pseudonym pseudonym) {
        quietly(() -> redis.delete(List.of(servedKey(pseudonym), copyKey(pseudonym))));
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
