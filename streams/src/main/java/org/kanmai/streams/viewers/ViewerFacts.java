package org.kanmai.streams.viewers;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Served;
import org.kanmai.facts.SubjectKind;
import org.kanmai.streams.log.Message;

/** Takes from the log by viewer what is about no work: consent, pages that show one, its end, follows and blocks. */
final class ViewerFacts implements FlatMapFunction<Message, Labelled> {
    @Override
    public void flatMap(Message message, Collector<Labelled> out) {
        message.read()
                .filter(ViewerFacts::isAboutNoWork)
                .ifPresent(fact -> out.collect(Labelled.without(message.key(), message.fact())));
    }

    private static boolean isAboutNoWork(Fact fact) {
        return switch (fact) {
            case ConsentChanged ignored -> true;
            case PseudonymRetired ignored -> true;
            case Served served -> Consent.shownBy(served);
            case Engaged engaged -> engaged.subject().kind() == SubjectKind.PERSON;
            default -> false;
        };
    }
}
