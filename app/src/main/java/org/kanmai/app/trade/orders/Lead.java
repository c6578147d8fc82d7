package org.kanmai.app.trade.orders;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;

/** What led a buyer to a line: the trace, which lives in PostgreSQL only and goes with the person. */
public record Lead(
        Pseudonym pseudonym,
        @Nullable ExposureId exposure,
        @Nullable Subject shown,
        Source source) {

    public static Lead of(Viewer viewer, Trace trace) {
        var terms = trace.terms();
        return terms == null
                ? new Lead(viewer.pseudonym(), null, null, Source.DIRECT)
                : new Lead(terms.pseudonym(), terms.exposure(), terms.subject(), terms.source());
    }
}
