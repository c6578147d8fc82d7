package org.kanmai.app.traffic.tending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.distribution.judging.PoolProgress;
import org.kanmai.facts.WorkId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** Reads how far judges have come; without Redis nothing is known, and pools wait. */
@Component
class Progress {
    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

    Progress(RedisConnectionFactory connections) {
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
    }

    /** Returns the progress of each of some works, in their order. */
    List<Optional<PoolProgress>> of(List<WorkId> works) {
        try {
            var values = redis.opsForValue()
                    .multiGet(works.stream().map(PoolProgress::key).toList());
            return values == null ? unknown(works) : parsed(values);
        } catch (DataAccessException | IllegalArgumentException away) {
            log.warn("the progress of pools can't be read: {}", away.getMessage());
            return unknown(works);
        }
    }

    private static List<Optional<PoolProgress>> parsed(List<byte @Nullable []> values) {
        var all = new ArrayList<Optional<PoolProgress>>();
        for (byte @Nullable [] value : values) {
            all.add(value == null ? Optional.empty() : Optional.of(PoolProgress.parse(value)));
        }
        return all;
    }

    private static List<Optional<PoolProgress>> unknown(List<WorkId> works) {
        return works.stream().map(each -> Optional.<PoolProgress>empty()).toList();
    }
}
