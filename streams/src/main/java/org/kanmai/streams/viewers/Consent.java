package org.kanmai.streams.viewers;

import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Served;

/** The newest answer of a viewer to whether behaviour may be used to recommend; without any it may not. */
public record Consent(long id, long atMillis, boolean given) {
    static final Consent NEVER_ASKED = new Consent(-1, Long.MIN_VALUE, false);

    static Consent of(ConsentChanged changed) {
        return new Consent(changed.id(), changed.at().toEpochMilli(), changed.given());
    }

    /**
     * Returns whether a page was put together by what its viewer did: strata above 0 are those of viewers who consented, so
     * such a page shows a consent that was given where no fact tells of it, at sign-up or under an earlier pseudonym.
     */
    static boolean shownBy(Served page) {
        return page.stratum() > 0;
    }

    static Consent of(Served page) {
        return new Consent(0, page.at().toEpochMilli(), true);
    }

    boolean isAfter(Consent other) {
        return atMillis != other.atMillis ? atMillis > other.atMillis : id > other.id;
    }

    boolean covers(Fact fact) {
        return given && fact.at().toEpochMilli() >= atMillis;
    }
}
