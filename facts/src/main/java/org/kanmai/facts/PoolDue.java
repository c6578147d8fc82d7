package org.kanmai.facts;

import java.time.Instant;

/**
 * A pool is to be looked at: time passed, of which no other fact tells.
 *
 * @param opening id of the fact that opened the pool
 * @param delivered exposures that the site counts
 */
public record PoolDue(long id, Instant at, Origin origin, WorkId work, long opening, Reason reason, int delivered)
        implements Fact.OfWork {

    /** Why it is looked at. */
    public enum Reason implements Code {
        /** The quota's exposures have had their time. */
        DELIVERED,
        /** The deadline has passed. A first pool stays owed; any other ends with what there is. */
        DEADLINE
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
