package org.kanmai.facts;

import java.time.Instant;

/**
 * A person decided whether a work that data let through may go hot.
 *
 * @param review id of the record that names who
 * @param letGo whether it may
 */
public record HotReviewed(long id, Instant at, Origin origin, WorkId work, ReviewId review, boolean letGo)
        implements Fact.OfWork {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
