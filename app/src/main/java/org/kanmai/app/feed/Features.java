package org.kanmai.app.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.WorkCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;

/** Reads the features that the streams keep in Redis; without Redis nothing is known of anyone, and the feed goes on. */
@Component
public class Features {
    private static final Logger log = LoggerFactory.getLogger(Features.class);

    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();

    Features(RedisConnectionFactory connections) {
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(RedisSerializer.string());
        redis.setValueSerializer(RedisSerializer.byteArray());
        redis.afterPropertiesSet();
    }

    /** What the streams keep of a viewer. */
    record Known(ViewerInterests interests, RecentWatches watches) {
        static final Known NOTHING = new Known(ViewerInterests.NONE, RecentWatches.NONE);
    }

    Known of(Pseudonym viewer) {
        try {
            var values = redis.opsForValue().multiGet(List.of(ViewerInterests.key(viewer), RecentWatches.key(viewer)));
            return values == null ? Known.NOTHING : known(values.get(0), values.get(1));
        } catch (DataAccessException | IllegalArgumentException away) {
            log.warn("what is known of a viewer can't be read: {}", away.getMessage());
            return Known.NOTHING;
        }
    }

    private static Known known(byte @Nullable [] interests, byte @Nullable [] watches) {
        return new Known(
                interests == null ? ViewerInterests.NONE : ViewerInterests.parse(interests),
                watches == null ? RecentWatches.NONE : RecentWatches.parse(watches));
    }

    /** Returns what the streams have counted of works in total; those of which nothing is known are left out, all while Redis is away. */
    public Map<WorkId, WorkCounters> counted(Collection<WorkId> works) {
        if (works.isEmpty()) {
            return Map.of();
        }
        var order = List.copyOf(works);
        try {
            var keys = order.stream().map(WorkCounters::key).toList();
            return read(order, redis.opsForValue().multiGet(keys));
        } catch (DataAccessException | IllegalArgumentException away) {
            log.warn("counters can't be read: {}", away.getMessage());
            return Map.of();
        }
    }

    private static Map<WorkId, WorkCounters> read(List<WorkId> works, @Nullable List<byte @Nullable []> values) {
        var counters = new HashMap<WorkId, WorkCounters>();
        for (int index = 0; values != null && index < values.size(); index++) {
            byte[] bytes = values.get(index);
            if (bytes != null) {
                counters.put(works.get(index), WorkCounters.parseTotals(bytes));
            }
        }
        return counters;
    }
}
