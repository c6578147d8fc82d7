package org.kanmai.streams.viewers;

import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Fact;

/** The newest answer of a viewer to whether behaviour may be used to recommend; without any it may not. */
public record Consent(long id, long atMillis, boolean given) {
    static final Consent NEVER_ASKED = new Consent(-1, Long.MIN_VALUE, false);

    static Consent of(ConsentChanged changed) {
        return new Consent(changed.id(), changed.at().toEpochMilli(), changed.given());
    }

    boolean isAfter(Consent other) {
        return atMillis != other.atMillis ? atMillis > other.atMillis : id > other.id;
    }

    boolean covers(Fact fact) {
        return given && fact.at().toEpochMilli() >= atMillis;
    }
}
