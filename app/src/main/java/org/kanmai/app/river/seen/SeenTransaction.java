package org.kanmai.app.river.seen;

import java.util.SortedMap;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds works to bitmaps, rows locked in the order of their keys, so that two processes never wait for each other. */
@Component
class SeenTransaction {
    private final SeenStore store;

    SeenTransaction(SeenStore store) {
        this.store = store;
    }

    @Transactional
    public void write(SortedMap<Long, Exposures> exposures) {
        exposures.forEach((key, added) -> add(new Pseudonym(key), added));
    }

    private void add(Pseudonym pseudonym, Exposures added) {
        var bitmap = SeenBitmap.read(store.lock(pseudonym, SeenBitmap.empty(), added.until()));
        long before = bitmap.getLongCardinality();
        added.works().forEach(bitmap::addLong);
        if (bitmap.getLongCardinality() > before) {
            store.update(pseudonym, SeenBitmap.write(bitmap));
        }
    }
}
