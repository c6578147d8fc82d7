package org.kanmai.streams.viewers;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;
import org.kanmai.ranking.WorkLabels;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.log.Ttl;

/**
 * Gives each fact about a work the labels that the work was published with.
 *
 * <p>Facts of a work that is not known yet wait up to 10 seconds, at most 64 of them; then they go on without labels.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class LabelFacts extends KeyedProcessFunction<Long, AboutWork, Labelled> {
    /** A work that nobody touched for so long teaches nothing until it is published again. */
    private static final Duration KEPT = Duration.ofDays(400);

    private transient ValueState<Labels> labels;
    private transient Waiting waiting;

    @Override
    public void open(OpenContext context) {
        var known = new ValueStateDescriptor<>("labels", TypeInformation.of(Labels.class));
        known.enableTimeToLive(Ttl.sinceUse(KEPT));
        labels = getRuntimeContext().getState(known);
        waiting = new Waiting(getRuntimeContext());
    }

    @Override
    public void processElement(AboutWork about, Context context, Collector<Labelled> out) throws Exception {
        if (!about.isOfItself()) {
            label(Labelled.without(about.viewer(), about.fact()), context, out);
            return;
        }
        var fact = new Message(about.work(), about.fact()).read().orElse(null);
        if (fact instanceof WorkPublished published) {
            publish(Labels.of(WorkLabels.of(published)), out);
        } else if (fact instanceof WorkWithdrawn) {
            labels.clear();
        }
    }

    private void publish(Labels published, Collector<Labelled> out) throws Exception {
        labels.update(published);
        release(published, out);
    }

    private void label(Labelled labelled, Context context, Collector<Labelled> out) throws Exception {
        var known = labels.value();
        if (known != null) {
            out.collect(labelled.with(known));
        } else if (!waiting.add(labelled, context.timerService())) {
            out.collect(labelled);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Labelled> out) throws Exception {
        release(Labels.UNKNOWN, out);
    }

    private void release(Labels known, Collector<Labelled> out) throws Exception {
        for (Labelled early : waiting.release()) {
            out.collect(early.with(known));
        }
    }
}
