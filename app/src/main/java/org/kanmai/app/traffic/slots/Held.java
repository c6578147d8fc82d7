package org.kanmai.app.traffic.slots;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.traffic.slots.SlotStore.Change;
import org.kanmai.facts.Ids;

/** The positions of one pool on one node: free, taken by a page in the making, placed on a page. */
final class Held {
    private static final int MOST_REMEMBERED = 2_000;
    private static final int USUAL = 10;
    private static final int MOST = 500;

    volatile OpenPool pool;
    private volatile int free;
    private Instant usedAt;
    private final Deque<Instant> taken = new ArrayDeque<>(1);
    private final Map<Long, Instant> placed = new LinkedHashMap<>(2);
    private final Set<Long> done = new LinkedHashSet<>(2);
    private int used;
    private int delivered;
    private int late;
    private int returned;

    Held(OpenPool pool, Instant now) {
        this.pool = pool;
        this.usedAt = now;
    }

    boolean isOf(OpenPool other) {
        return pool.opening() == other.opening();
    }

    boolean hasFree() {
        return free > 0;
    }

    /** Returns whether there is anything left to be asked for. */
    boolean hasMore() {
        return pool.granted() < pool.quota();
    }

    /** Returns how many more positions are wanted, given what was used since this was asked last. */
    synchronized int wanted() {
        int aim = Math.clamp(2L * used, USUAL, MOST);
        used = 0;
        boolean more = free <= aim / 2 && hasMore();
        return more ? aim - free : 0;
    }

    synchronized void add(int more, Instant now) {
        pool = pool.withMoreGranted(more);
        free += more;
        usedAt = now;
    }

    synchronized boolean take(Instant now) {
        if (free == 0) {
            return false;
        }
        free--;
        used++;
        usedAt = now;
        taken.add(now);
        return true;
    }

    synchronized void giveBack() {
        if (taken.pollLast() != null) {
            free++;
        }
    }

    synchronized void place(long exposure, Instant now) {
        if (taken.poll() != null) {
            placed.put(exposure, now);
        }
    }

    /** What is not among the placed is late, or of another node; it takes from what is left. */
    synchronized void expose(long exposure) {
        boolean ofPool = exposure >= Ids.smallest(pool.openedAt());
        if (ofPool && done.add(exposure)) {
            forget();
            delivered++;
            late += placed.remove(exposure) == null ? 1 : 0;
        }
    }

    private void forget() {
        if (done.size() > MOST_REMEMBERED) {
            done.remove(done.iterator().next());
        }
    }

    synchronized Optional<Change> change(Instant now, SlotSettings settings) {
        expire(now, settings);
        if (delivered == 0 && late == 0 && returned == 0) {
            return Optional.empty();
        }
        return Optional.of(drain());
    }

    /** Returns whether it has nothing, and nothing is to be told of it. */
    synchronized boolean isQuiet() {
        return free == 0 && taken.isEmpty() && placed.isEmpty() && delivered == 0 && late == 0 && returned == 0;
    }

    private void expire(Instant now, SlotSettings settings) {
        var before = now.minus(settings.placed());
        int old = placed.size();
        placed.values().removeIf(at -> at.isBefore(before));
        returned += old - placed.size();
        while (!taken.isEmpty() && taken.getFirst().isBefore(before)) {
            taken.removeFirst();
            returned++;
        }
        if (free > 0 && usedAt.isBefore(now.minus(settings.unused()))) {
            returned += free;
            free = 0;
            usedAt = now;
        }
    }

    private Change drain() {
        var change = new Change(pool.opening(), delivered, late, returned, free + taken.size() + placed.size());
        delivered = 0;
        late = 0;
        returned = 0;
        return change;
    }

    synchronized Change end() {
        returned += free;
        free = 0;
        return drain();
    }
}
