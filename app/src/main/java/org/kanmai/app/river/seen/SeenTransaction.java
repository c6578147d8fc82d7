package org.kanmai.app.river.seen;

import java.util.Set;
import java.util.SortedMap;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds works to bitmaps, rows locked in the order of their keys, so that two processes never wait for each other. */
@Component
class SeenTransaction {
    private final SeenStore store;
    private final SeenCache cache;

    SeenTransaction(SeenStore store, SeenCache cache) {
        this.store = store;
        this.cache = cache;
    }

    @Transactional
    public void write(SortedMap<Long, Set<Long>> exposures) {
        exposures.forEach((key, works) -> add(new Pseudonym(key), works));
    }

    private void add(Pseudonym pseudonym, Set<Long> works) {
        var bitmap = SeenBitmap.read(store.lock(pseudonym, SeenBitmap.empty()));
        long before = bitmap.getLongCardinality();
        works.forEach(bitmap::addLong);
        if (bitmap.getLongCardinality() > before) {
            store.update(pseudonym, SeenBitmap.write(bitmap));
            cache.drop(pseudonym);
        }
    }
}
