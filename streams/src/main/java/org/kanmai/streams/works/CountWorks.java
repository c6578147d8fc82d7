package org.kanmai.streams.works;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.streams.log.Ttl;
import org.kanmai.streams.redis.RedisWrite;

/** Adds changes up; the state is the very value that Redis gets, in the layout of the feature. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class CountWorks extends KeyedProcessFunction<Long, Change, RedisWrite> {
    /** Beyond this a work that nobody touched starts again at zero. */
    private static final Duration KEPT = Duration.ofDays(3_650);

    private transient ValueState<byte[]> counters;

    @Override
    public void open(OpenContext context) {
        var descriptor = new ValueStateDescriptor<>("counters", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
        descriptor.enableTimeToLive(Ttl.sinceWrite(KEPT));
        counters = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Change change, Context context, Collector<RedisWrite> out) throws Exception {
        byte[] before = counters.value();
        var known = before == null ? WorkCounters.NONE : WorkCounters.parse(before);
        byte[] after = known.plus(change.change()).bytes();
        counters.update(after);
        out.collect(RedisWrite.keep(WorkCounters.key(new WorkId(change.work())), after));
    }
}
