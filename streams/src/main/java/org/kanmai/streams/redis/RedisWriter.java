package org.kanmai.streams.redis;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Collects writes for at most 2 ms or 1,000 keys, the later of a key replacing the earlier, then sends them as one
 * pipeline. What can't be sent fails the job, which starts again from its checkpoint.
 */
final class RedisWriter implements SinkWriter<RedisWrite> {
    private static final long DELAY_MILLIS = 2;
    private static final int MOST_WAITING = 1_000;

    private final Map<String, RedisWrite> waiting = new LinkedHashMap<>();
    private final RedisPipeline redis;
    private final ProcessingTimeService time;
    private boolean timed;

    RedisWriter(RedisPipeline redis, ProcessingTimeService time) {
        this.redis = redis;
        this.time = time;
    }

    @Override
    public void write(RedisWrite write, Context context) throws IOException {
        waiting.put(write.key(), write);
        if (waiting.size() >= MOST_WAITING) {
            drain();
        } else if (!timed) {
            drainSoon();
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        drain();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Flink fails the task when the callback fails
    private void drainSoon() {
        timed = true;
        time.registerTimer(time.getCurrentProcessingTime() + DELAY_MILLIS, now -> {
            timed = false;
            drain();
        });
    }

    private void drain() throws IOException {
        if (!waiting.isEmpty()) {
            redis.send(waiting.values());
            waiting.clear();
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
