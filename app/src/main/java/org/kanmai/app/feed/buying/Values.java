package org.kanmai.app.feed.buying;

import java.time.Duration;
import java.util.Optional;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
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

    Optional<byte[]> find(String key) {
        return Optional.ofNullable(redis.opsForValue().get(key));
    }

    void keep(String key, byte[] value, Duration kept) {
        redis.opsForValue().set(key, value, kept);
    }

    void forget(String key) {
        redis.delete(key);
    }
}
