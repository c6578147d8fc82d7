package org.kanmai.app.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.LikedWorks;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.WorkNeighbours;
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
    private static final int MOST_TOTALS = 50_000;

    private final RedisTemplate<String, byte[]> redis = new RedisTemplate<>();
    private final Counter unreadable;
    private final Cache<WorkId, WorkCounters> totals;

    Features(RedisConnectionFactory connections, FeedSettings settings, MeterRegistry meters) {
        this.unreadable = meters.counter("feed.features.unreadable");
        this.totals = Caffeine.newBuilder()
                .maximumSize(MOST_TOTALS)
                .expireAfterWrite(settings.countersMemory())
                .build();
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
        } catch (DataAccessException away) {
            log.warn("what is known of a viewer can't be read: {}", away.getMessage());
            return Known.NOTHING;
        }
    }

    private Known known(byte @Nullable [] interests, byte @Nullable [] watches) {
        return new Known(
                parsed(interests, ViewerInterests::parse).orElse(ViewerInterests.NONE),
                parsed(watches, RecentWatches::parse).orElse(RecentWatches.NONE));
    }

    /** A value that is damaged is as good as none, and takes nothing else with it. */
    private <T> Optional<T> parsed(byte @Nullable [] bytes, Function<byte[], T> parse) {
        try {
            return bytes == null ? Optional.empty() : Optional.of(parse.apply(bytes));
        } catch (IllegalArgumentException damaged) {
            unreadable.increment();
            log.warn("a feature can't be read: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the creators whose works a viewer watches and likes most, the most first; none while Redis is away. */
    public List<PersonId> favourites(Pseudonym viewer, int most) {
        return of(viewer).interests().creators(most);
    }

    /** Returns the newest works that a viewer likes; none while Redis is away. */
    List<WorkId> liked(Pseudonym viewer, int most) {
        try {
            byte[] bytes = redis.opsForValue().get(LikedWorks.key(viewer));
            return parsed(bytes, LikedWorks::parse)
                    .map(liked -> liked.newest(most))
                    .orElse(List.of());
        } catch (DataAccessException away) {
            log.warn("what a viewer likes can't be read: {}", away.getMessage());
            return List.of();
        }
    }

    /** Returns what is near to each of some works, in their order; nothing to those of which nothing is known, and to all while Redis is away. */
    List<WorkNeighbours> neighbours(List<WorkId> works) {
        try {
            var values = redis.opsForValue()
                    .multiGet(works.stream().map(WorkNeighbours::key).toList());
            return values == null
                    ? List.of()
                    : values.stream()
                            .map(bytes -> parsed(bytes, WorkNeighbours::parse).orElse(WorkNeighbours.NONE))
                            .toList();
        } catch (DataAccessException away) {
            log.warn("what is near to works can't be read: {}", away.getMessage());
            return List.of();
        }
    }

    /** Returns what the streams have counted of works in total; those of which nothing is known are left out, all while Redis is away. */
    public Map<WorkId, WorkCounters> counted(Collection<WorkId> works) {
        return counted(works, WorkCounters::parseTotals);
    }

    /** Returns the same as it was within the last blink, of each work: pages that are made at the same time read it once. */
    Map<WorkId, WorkCounters> lately(Collection<WorkId> works) {
        var lately = new HashMap<>(totals.getAllPresent(works));
        var missing = works.stream().filter(work -> !lately.containsKey(work)).toList();
        var read = counted(missing);
        for (var work : missing) {
            var counters = read.getOrDefault(work, WorkCounters.NONE);
            totals.put(work, counters);
            lately.put(work, counters);
        }
        return lately;
    }

    /** Returns the same hour by hour, at some cost. */
    Map<WorkId, WorkCounters> hourly(Collection<WorkId> works) {
        return counted(works, WorkCounters::parse);
    }

    private Map<WorkId, WorkCounters> counted(Collection<WorkId> works, Function<byte[], WorkCounters> parse) {
        if (works.isEmpty()) {
            return Map.of();
        }
        var order = List.copyOf(works);
        try {
            var keys = order.stream().map(WorkCounters::key).toList();
            return read(order, redis.opsForValue().multiGet(keys), parse);
        } catch (DataAccessException away) {
            log.warn("counters can't be read: {}", away.getMessage());
            return Map.of();
        }
    }

    private Map<WorkId, WorkCounters> read(
            List<WorkId> works, @Nullable List<byte @Nullable []> values, Function<byte[], WorkCounters> parse) {
        var counters = new HashMap<WorkId, WorkCounters>();
        for (int index = 0; values != null && index < values.size(); index++) {
            var work = works.get(index);
            parsed(values.get(index), parse).ifPresent(counted -> counters.put(work, counted));
        }
        return counters;
    }
}
