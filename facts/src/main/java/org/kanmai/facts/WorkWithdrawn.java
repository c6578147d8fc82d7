package org.kanmai.facts;

import java.time.Instant;

/** A work may no longer be shown: its creator took it down, or a review or a report ended so. */
public record WorkWithdrawn(long id, Instant at, Origin origin, WorkId work, PersonId creator) implements Fact.OfWork {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
