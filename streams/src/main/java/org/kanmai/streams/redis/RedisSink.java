package org.kanmai.streams.redis;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes to one Redis, each key's newest value within milliseconds. */
public final class RedisSink implements Sink<RedisWrite> {
    private final String uri;

    /** Takes an address such as {@code redis://:password@host:port/0}. */
    public RedisSink(String uri) {
        this.uri = uri;
    }

    @Override
    public SinkWriter<RedisWrite> createWriter(WriterInitContext context) {
        return new RedisWriter(RedisPipeline.connect(uri), context.getProcessingTimeService());
    }
}
