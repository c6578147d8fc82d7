package org.kanmai.app.river.seen;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
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
        var grown = grown(store.lock(exposures, SeenBitmap.empty()), exposures);
        if (!grown.isEmpty()) {
            store.update(grown);
        }
    }

    /** Returns the bitmaps that had not all of their works. */
    private static Map<Long, byte[]> grown(Map<Long, byte[]> bitmaps, SortedMap<Long, Exposures> exposures) {
        var grown = new HashMap<Long, byte[]>();
        exposures.forEach((pseudonym, added) -> {
            var bitmap = SeenBitmap.read(Objects.requireNonNull(bitmaps.get(pseudonym)));
            long before = bitmap.getLongCardinality();
            added.works().forEach(bitmap::addLong);
            if (bitmap.getLongCardinality() > before) {
                grown.put(pseudonym, SeenBitmap.write(bitmap));
            }
        });
        return grown;
    }
}
