package org.kanmai.app.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what one transaction books, and adds all of it by one statement before it commits. */
@Component
class Gathering {
    private final JournalStore store;

    Gathering(JournalStore store) {
        this.store = store;
    }

    void add(Booking entry) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            gathered.entries.add(entry);
            return;
        }
        var gathered = new Gathered(entry);
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
    }

    /** All or nothing: an entry that was booked before undoes what it pays for. */
    private void book(List<Booking> entries) {
        int lines = entries.stream()
                .mapToInt(each -> each.entry().postings().size())
                .sum();
        if (store.add(entries) == lines) {
            return;
        }
        store.open(entries);
        if (store.add(entries) != lines) {
            throw new IllegalStateException("booked before: "
                    + entries.stream().map(each -> each.entry().key()).toList());
        }
    }

    /** What one transaction books; an inner transaction of its own has another one. */
    private final class Gathered implements TransactionSynchronization {
        private final List<Booking> entries = new ArrayList<>();

        Gathered(Booking first) {
            entries.add(first);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            book(entries);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Gathering.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Gathering.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Gathering.this);
        }
    }
}
