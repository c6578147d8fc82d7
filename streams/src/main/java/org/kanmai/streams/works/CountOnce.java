package org.kanmai.streams.works;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.streams.log.Ttl;

/** Remembers each exposure and each verb for as long as it can be repeated, and passes on only what is new. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class CountOnce extends KeyedProcessFunction<Long, Sighting, Change> {
    private transient ValueState<Long> remembered;

    @Override
    public void open(OpenContext context) {
        var descriptor = new ValueStateDescriptor<>("remembered", Types.LONG);
        descriptor.enableTimeToLive(Ttl.sinceWrite(WorkCounters.REMEMBERED));
        remembered = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Sighting sighting, Context context, Collector<Change> out) throws Exception {
        Long before = remembered.value();
        var step = sighting.observed().step(before == null ? 0 : before);
        if (before == null || before != step.remembered()) {
            remembered.update(step.remembered());
        }
        if (!step.change().isNothing()) {
            out.collect(new Change(sighting.work(), step.change()));
        }
    }
}
