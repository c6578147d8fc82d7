package org.kanmai.facts;

import java.time.Instant;

/**
 * How far a viewer has watched an exposed item so far: cumulative, a later sequence replaces an earlier one.
 *
 * @param sequence counts the reports of this exposure from 1
 * @param watchedMillis time spent with the item in view and playing, loops included
 * @param playedMillis how much of the work ran in that time; differs from it when the speed was changed
 * @param positionMillis furthest position reached in the first run
 * @param durationMillis length of the work
 * @param loops whole runs to the end
 * @param ended whether the viewer has moved on
 */
public record Watched(
        ExposureId exposure,
        int sequence,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        Subject subject,
        Source source,
        int watchedMillis,
        int playedMillis,
        int positionMillis,
        int durationMillis,
        int loops,
        boolean ended)
        implements Fact.OfSubject {

    @Override
    public String identity() {
        return exposure + ":" + sequence;
    }

    /** Returns whether the first run reached 95 % of the work, or its end. */
    public boolean completed() {
        return loops > 0 || (durationMillis > 0 && positionMillis >= durationMillis * 0.95);
    }
}
