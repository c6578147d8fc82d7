package org.kanmai.streams.forward;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Served;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.log.Remembered;
import org.kanmai.streams.log.Ttl;

/** Passes a follow on to the work whose exposure led to it. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class ForwardFollows extends KeyedProcessFunction<Long, Message, Message> {
    private static final Duration TOKEN_LIFE = Duration.ofHours(25);
    private static final Duration TOMBSTONE = Duration.ofDays(60);

    private transient Remembered workOfExposure;
    private transient ValueState<Boolean> retired;

    @Override
    public void open(OpenContext context) {
        workOfExposure = new Remembered(getRuntimeContext(), "work-of-exposure", TOKEN_LIFE);
        var tombstone = new ValueStateDescriptor<>("retired", Types.BOOLEAN);
        tombstone.enableTimeToLive(Ttl.sinceWrite(TOMBSTONE));
        retired = getRuntimeContext().getState(tombstone);
    }

    @Override
    public void processElement(Message message, Context context, Collector<Message> out) throws Exception {
        Fact fact = message.read().orElse(null);
        long now = context.timerService().currentProcessingTime();
        if (fact instanceof PseudonymRetired) {
            workOfExposure.clear();
            retired.update(true);
        } else if (fact instanceof Served page && retired.value() == null) {
            for (var item : page.items()) {
                remember(item.exposure(), item.subject(), now);
            }
        } else if (fact instanceof Exposed exposed && retired.value() == null) {
            remember(exposed.terms().exposure(), exposed.subject(), now);
        } else if (fact instanceof Engaged follow && follow.exposure() != null) {
            forward(message, follow.exposure(), now, out);
        }
    }

    private void remember(ExposureId exposure, Subject subject, long now) throws Exception {
        if (subject.kind() == SubjectKind.WORK && workOfExposure.get(exposure.value(), now) == 0) {
            workOfExposure.put(exposure.value(), subject.id(), now);
        }
    }

    private void forward(Message follow, ExposureId exposure, long now, Collector<Message> out) throws Exception {
        long work = workOfExposure.get(exposure.value(), now);
        if (work != 0) {
            out.collect(new Message(work, follow.fact()));
        }
    }
}
