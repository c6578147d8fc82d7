package org.kanmai.app.insight.lake;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes files count: all of a step, or nothing of it. */
@Component
class Manifest {
    private final ManifestStore store;
    private final Clock clock;

    Manifest(ManifestStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds a raw file with all that it holds; fails with a constraint of the database when another file holds a part of it. */
    @Transactional
    public void add(LakeFile raw, List<Batch.Segment> segments) {
        store.add(raw, clock.instant());
        store.add(raw, segments);
    }

    /** Replaces files of the view and marks raw ones as folded; throws when somebody else did so first. */
    @Transactional
    public void fold(Collection<LakeFile> raw, Collection<LakeFile> former, Collection<LakeFile> next) {
        var now = clock.instant();
        int moved = store.move(raw, "fresh", "folded", now) + store.move(former, "live", "replaced", now);
        if (moved != raw.size() + former.size()) {
            throw new IllegalStateException("another process folded these files first");
        }
        next.forEach(file -> store.add(file, now));
    }
}
