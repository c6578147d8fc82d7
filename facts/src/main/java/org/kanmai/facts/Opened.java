package org.kanmai.facts;

import java.time.Instant;

/** A viewer opened something from an exposed item. */
public record Opened(
        long id,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        ExposureId exposure,
        Subject subject,
        Source source,
        Target target)
        implements Fact.OfSubject {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
