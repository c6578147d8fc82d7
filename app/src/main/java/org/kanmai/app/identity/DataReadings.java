package org.kanmai.app.identity;

import java.time.Clock;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Puts on record that somebody reads a person's grade-3 data in clear; the person can look it up (GV-04, GV-06). */
@Component
public final class DataReadings {
    private final DataReadingStore store;
    private final Ids ids;
    private final Clock clock;

    DataReadings(DataReadingStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes a reading before it happens; it ends with the person whom it is about. */
    public void note(PersonId person, PersonId reader, String field, String reason) {
        store.add(ids.next(), person, reader, field, reason, clock.instant());
    }
}
