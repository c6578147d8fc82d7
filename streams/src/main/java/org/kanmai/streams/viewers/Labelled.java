package org.kanmai.streams.viewers;

import java.util.Optional;
import org.kanmai.facts.Fact;
import org.kanmai.streams.log.Message;

/** A fact of one viewer with the labels of the work that it is about. */
@SuppressWarnings("ArrayRecordComponent") // as in Message
public record Labelled(long viewer, byte[] fact, Labels labels) {
    static Labelled without(long viewer, byte[] fact) {
        return new Labelled(viewer, fact, Labels.UNKNOWN);
    }

    Labelled with(Labels known) {
        return new Labelled(viewer, fact, known);
    }

    Optional<Fact> read() {
        return new Message(viewer, fact).read();
    }
}
