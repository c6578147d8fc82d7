package org.kanmai.facts;

import java.time.Instant;

/**
 * Rules of distribution came or will come into force.
 *
 * @param from when
 * @param digest SHA-256 of the document's bytes
 */
public record PolicyReleased(long id, Instant at, Origin origin, int version, Instant from, Binary digest)
        implements Fact.OfDistribution {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
