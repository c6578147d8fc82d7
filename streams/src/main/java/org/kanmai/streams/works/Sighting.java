package org.kanmai.streams.works;

import org.kanmai.ranking.WorkObservation;

/** What one fact says of one work. */
public record Sighting(long work, WorkObservation observed) {
    long remember() {
        return observed.remember();
    }
}
