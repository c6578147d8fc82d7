package org.kanmai.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A viewer did something to a subject by a verb of a module, such as a like.
 *
 * @param exposure the exposure that led to it, absent when the viewer came by another way
 * @param creator whose subject it is
 */
public record Engaged(
        long id,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        @Nullable ExposureId exposure,
        Subject subject,
        Source source,
        PersonId creator,
        Engagement engagement)
        implements Fact.OfSubject {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
