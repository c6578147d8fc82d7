package org.kanmai.streams.forward;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Served;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.log.Ttl;

/** Passes each fact about a work on under the work's key; a follow goes to the work whose exposure led to it. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class ForwardFacts extends KeyedProcessFunction<Long, Message, Message> {
    private static final Duration TOKEN_LIFE = Duration.ofHours(25);
    private static final Duration TOMBSTONE = Duration.ofDays(60);

    private transient MapState<Long, Long> workOfExposure;
    private transient ValueState<Boolean> retired;

    @Override
    public void open(OpenContext context) {
        var works = new MapStateDescriptor<>("work-of-exposure", Types.LONG, Types.LONG);
        works.enableTimeToLive(Ttl.sinceWrite(TOKEN_LIFE));
        workOfExposure = getRuntimeContext().getMapState(works);
        var tombstone = new ValueStateDescriptor<>("retired", Types.BOOLEAN);
        tombstone.enableTimeToLive(Ttl.sinceWrite(TOMBSTONE));
        retired = getRuntimeContext().getState(tombstone);
    }

    @Override
    public void processElement(Message message, Context context, Collector<Message> out) throws Exception {
        var fact = message.read();
        if (fact.isPresent() && fact.get() instanceof Fact.OfViewer ofViewer) {
            process(message, ofViewer, out);
        }
    }

    private void process(Message message, Fact.OfViewer fact, Collector<Message> out) throws Exception {
        switch (fact) {
            case PseudonymRetired ignored -> retire();
            case ConsentChanged ignored -> {}
            case Served served -> {
                for (var item : served.items()) {
                    remember(item.exposure(), item.subject());
                }
            }
            case Fact.OfSubject ofSubject -> forward(message, ofSubject, out);
        }
    }

    private void retire() throws Exception {
        workOfExposure.clear();
        retired.update(true);
    }

    private void remember(ExposureId exposure, Subject subject) throws Exception {
        if (subject.kind() == SubjectKind.WORK && retired.value() == null) {
            workOfExposure.put(exposure.value(), subject.id());
        }
    }

    private void forward(Message message, Fact.OfSubject fact, Collector<Message> out) throws Exception {
        if (fact instanceof Exposed exposed) {
            remember(exposed.terms().exposure(), exposed.subject());
        }
        if (fact.subject().kind() == SubjectKind.WORK) {
            out.collect(new Message(fact.subject().id(), message.fact()));
        } else if (fact instanceof Engaged engaged && engaged.subject().kind() == SubjectKind.PERSON) {
            forwardFollow(message, engaged, out);
        }
    }

    private void forwardFollow(Message message, Engaged engaged, Collector<Message> out) throws Exception {
        var exposure = engaged.exposure();
        Long work = exposure == null ? null : workOfExposure.get(exposure.value());
        if (work != null) {
            out.collect(new Message(work, message.fact()));
        }
    }
}
