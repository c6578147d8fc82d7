package org.kanmai.streams;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.Optional;
import java.util.stream.LongStream;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.WorkCounters;

/** Reads features from a real Redis, as the feed does. */
final class TestRedis implements AutoCloseable {
    private final RedisClient client;
    private final RedisCommands<String, byte[]> redis;

    TestRedis(String url) {
        client = RedisClient.create(url);
        redis = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
                .sync();
    }

    WorkCounters counters(WorkId work) {
        return Optional.ofNullable(redis.get(WorkCounters.key(work)))
                .map(WorkCounters::parse)
                .orElse(WorkCounters.NONE);
    }

    /** Returns the sum of one measure over the works from 1. */
    long sum(Measure measure, int works) {
        String[] keys = LongStream.rangeClosed(1, works)
                .mapToObj(work -> WorkCounters.key(new WorkId(work)))
                .toArray(String[]::new);
        return redis.mget(keys).stream()
                .filter(KeyValue::hasValue)
                .mapToLong(value -> WorkCounters.parse(value.getValue()).rated().of(measure))
                .sum();
    }

    ViewerInterests interests(Pseudonym viewer) {
        return Optional.ofNullable(redis.get(ViewerInterests.key(viewer)))
                .map(ViewerInterests::parse)
                .orElse(ViewerInterests.NONE);
    }

    long secondsLeft(String key) {
        return redis.ttl(key);
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
