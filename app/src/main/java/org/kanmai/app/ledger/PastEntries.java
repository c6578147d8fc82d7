package org.kanmai.app.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what moved before it is told here: as many entries as there are in one statement, which the database weighs like any other. */
@Component
public class PastEntries {
    private final PastEntryStore store;

    PastEntries(PastEntryStore store) {
        this.store = store;
    }

    /**
     * An entry and when it was due.
     *
     * @param reverses the id of the entry that it gives back, whole; absent for one that gives nothing back
     */
    public record Past(long id, Entry entry, @Nullable Long reverses, Instant at) {}

    /** Books entries; one whose key was booked before is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(List<Past> entries) {
        if (!entries.isEmpty()) {
            store.open(entries);
            store.add(entries);
        }
    }
}
