package org.kanmai.app.pastsales;

import java.util.List;
import org.kanmai.app.pastsales.MatchStore.Cancellation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what was cancelled: unit by unit, among what the same customer had bought of the same code before. */
@Component
class Matching {
    private static final int CHUNK = 300;

    private final MatchStore store;

    Matching(MatchStore store) {
        this.store = store;
    }

    /** Matches the next cancellations of a file; false when none is left. */
    @Transactional
    public boolean step(SalesImport file) {
        var next = store.next(file.id(), CHUNK);
        next.forEach(cancellation -> match(file, cancellation));
        if (!next.isEmpty()) {
            store.lookedAt(file.id(), next.getLast().id());
        }
        return next.size() == CHUNK;
    }

    private void match(SalesImport file, Cancellation cancelled) {
        var sold = cancelled.customer() == null
                ? List.<MatchStore.Sale>of()
                : store.sold(file.shop().value(), cancelled.customer(), cancelled);
        int left = cancelled.units();
        for (var sale : sold) {
            int units = Math.min(left, sale.left());
            if (units == 0) {
                return;
            }
            store.match(cancelled, sale, units);
            left -= units;
        }
    }
}
