package org.kanmai.streams.similar;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkNeighbours;
import org.kanmai.streams.log.Ttl;
import org.kanmai.streams.redis.RedisWrite;
import org.kanmai.streams.viewers.Liking;

/** Adds up what is near to each work, and writes it at most once a second: a work that many like would be written with each. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class KeepNeighbours extends KeyedProcessFunction<Long, Liking, RedisWrite> {
    static final Duration PACE = Duration.ofSeconds(1);

    private transient ValueState<byte[]> neighbours;

    @Override
    public void open(OpenContext context) {
        var descriptor =
                new ValueStateDescriptor<>("neighbours", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
        descriptor.enableTimeToLive(Ttl.sinceWrite(WorkNeighbours.KEPT));
        neighbours = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Liking liking, Context context, Collector<RedisWrite> out) throws Exception {
        var near = liking.near().stream().map(WorkId::new).toList();
        var next = known().plus(near, liking.share(), Instant.ofEpochSecond(liking.second()));
        neighbours.update(next.bytes());
        writeSoon(context.timerService());
    }

    /** Timers of one time are one timer. */
    private static void writeSoon(TimerService time) {
        long pace = PACE.toMillis();
        time.registerProcessingTimeTimer((time.currentProcessingTime() / pace + 1) * pace);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<RedisWrite> out) throws Exception {
        var key = WorkNeighbours.key(new WorkId(context.getCurrentKey()));
        out.collect(RedisWrite.keep(key, known().told().bytes(), WorkNeighbours.KEPT));
    }

    private WorkNeighbours known() throws Exception {
        byte[] bytes = neighbours.value();
        return bytes == null ? WorkNeighbours.NONE : WorkNeighbours.parse(bytes);
    }
}
