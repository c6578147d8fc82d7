package org.kanmai.app.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what moved before it is told here: as many entries as there are in one statement, which the database weighs like any other. */
@Component
public class PastEntries {
    private final JournalStore store;

    PastEntries(JournalStore store) {
        this.store = store;
    }

    /** Books entries; one whose key was booked before is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(List<Booking> entries) {
        if (!entries.isEmpty()) {
            store.open(entries);
            store.add(entries);
        }
    }
}
