package org.kanmai.streams.forward;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.Fact;
import org.kanmai.facts.SubjectKind;
import org.kanmai.streams.log.Message;

/** Passes each fact about a work on under the work's key. */
final class ForwardFacts implements FlatMapFunction<Message, Message> {
    @Override
    public void flatMap(Message message, Collector<Message> out) {
        if (message.read().orElse(null) instanceof Fact.OfSubject fact
                && fact.subject().kind() == SubjectKind.WORK) {
            out.collect(new Message(fact.subject().id(), message.fact()));
        }
    }
}
