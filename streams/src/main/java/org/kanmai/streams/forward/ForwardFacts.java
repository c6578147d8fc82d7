package org.kanmai.streams.forward;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.streams.log.Message;

/** Passes each fact about a work on under the work's key, and what was bought because of one. */
final class ForwardFacts implements FlatMapFunction<Message, Message> {
    @Override
    public void flatMap(Message message, Collector<Message> out) {
        if (message.read().orElse(null) instanceof Fact.OfSubject fact) {
            var about = about(fact);
            if (about != null && about.kind() == SubjectKind.WORK) {
                out.collect(new Message(about.id(), message.fact()));
            }
        }
    }

    private static @Nullable Subject about(Fact.OfSubject fact) {
        return fact instanceof Converted converted ? converted.shown() : fact.subject();
    }
}
