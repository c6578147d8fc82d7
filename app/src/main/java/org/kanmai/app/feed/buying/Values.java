package org.kanmai.app.feed.buying;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.types.Expiration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** Values that Redis keeps for a while. */
@Component
class Values {
    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

    Values(RedisConnectionFactory connections) {
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
    }

    /** Returns what is kept, by its key. */
    Map<String, byte[]> find(List<String> keys) {
        return keys.isEmpty() ? Map.of() : byKey(keys, redis.opsForValue().multiGet(keys));
    }

    private static Map<String, byte[]> byKey(List<String> keys, @Nullable List<byte @Nullable []> values) {
        var found = new HashMap<String, byte[]>();
        for (int at = 0; values != null && at < values.size(); at++) {
            byte[] value = values.get(at);
            if (value != null) {
                found.put(keys.get(at), value);
            }
        }
        return found;
    }

    /** Keeps values for a while, all with one question. */
    void keep(Map<String, byte[]> values, Duration kept) {
        redis.executePipelined((RedisCallback<@Nullable Object>) connection -> {
            var until = Expiration.from(kept);
            values.forEach((key, value) ->
                    connection.stringCommands().setEx(key.getBytes(UTF_8), until.getExpirationTimeInSeconds(), value));
            return null;
        });
    }

    void forget(String key) {
        redis.delete(key);
    }
}
