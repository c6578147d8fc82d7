package org.kanmai.streams.viewers;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.SubjectKind;
import org.kanmai.streams.log.Message;

/** Takes from the log by work what labels a work and what teaches of its viewers. */
final class WorkFacts implements FlatMapFunction<Message, AboutWork> {
    @Override
    public void flatMap(Message message, Collector<AboutWork> out) {
        var fact = message.read().orElse(null);
        if (fact instanceof Fact.OfWork) {
            out.collect(AboutWork.ofItself(message.key(), message.fact()));
        } else if (fact instanceof Fact.OfSubject about && teaches(about)) {
            out.collect(AboutWork.byViewer(message.key(), about.pseudonym().value(), message.fact()));
        }
    }

    private static boolean teaches(Fact.OfSubject fact) {
        return fact.subject().kind() == SubjectKind.WORK && !(fact instanceof Exposed);
    }
}
