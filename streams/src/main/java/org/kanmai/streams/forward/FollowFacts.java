package org.kanmai.streams.forward;

import org.apache.flink.api.common.functions.FilterFunction;
import org.kanmai.facts.Attended;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Served;
import org.kanmai.facts.Shared;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Watched;
import org.kanmai.streams.log.Message;

/** Keeps what tells which work led to a follow: pages, exposures, follows, and the end of a pseudonym. */
final class FollowFacts implements FilterFunction<Message> {
    @Override
    public boolean filter(Message message) {
        return message.read().orElse(null) instanceof Fact.OfViewer fact && matters(fact);
    }

    private static boolean matters(Fact.OfViewer fact) {
        return switch (fact) {
            case Served ignored -> true;
            case PseudonymRetired ignored -> true;
            case Exposed exposed -> exposed.subject().kind() == SubjectKind.WORK;
            case Engaged engaged ->
                engaged.exposure() != null && engaged.subject().kind() == SubjectKind.PERSON;
            case Watched ignored -> false;
            case Opened ignored -> false;
            case Shared ignored -> false;
            case Attended ignored -> false;
            case ConsentChanged ignored -> false;
            case Converted ignored -> false;
        };
    }
}
