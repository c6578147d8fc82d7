package org.kanmai.facts;

import java.time.Instant;

/** A viewer shared a link to an exposed item. */
public record Shared(
        long id,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        ExposureId exposure,
        Subject subject,
        Source source,
        Channel channel)
        implements Fact.OfSubject {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
