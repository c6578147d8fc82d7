package org.kanmai.app.content.understanding;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Asks for works to be understood, tells their creators and operators what came of it, and forgets; all for its own module. */
@Component
public class Comprehension {
    /** Works that came in by the thousand wait for those that people wait for. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private final UnderstandingJobStore jobs;
    private final UnderstandingStore store;
    private final Clock clock;

    Comprehension(UnderstandingJobStore jobs, UnderstandingStore store, Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    /** Has a work understood soon, or anew; in the transaction of what changed it. */
    public void ask(WorkId work) {
        var now = clock.instant();
        jobs.add(List.of(work), now, now);
    }

    /** Has works understood when nobody else's wait. */
    public void askLater(Collection<WorkId> works) {
        var now = clock.instant();
        jobs.add(works, now, now.plus(LATER));
    }

    /** Forgets all that was understood of works that have ended. */
    public void forget(Collection<WorkId> works) {
        jobs.remove(works);
        store.forget(works);
    }

    /** Returns what was understood of works, as the database has it now; others are left out. */
    public Map<WorkId, Digest> digests(Collection<WorkId> works) {
        return works.isEmpty() ? Map.of() : store.digests(works);
    }

    /** Takes a keyword away from a work; returns whether it has it. */
    public boolean remove(WorkId work, String keyword) {
        return store.remove(work, keyword);
    }

    /** Gives a keyword back to a work; returns whether it had it. */
    public boolean restore(WorkId work, String keyword) {
        return store.restore(work, keyword);
    }
}
