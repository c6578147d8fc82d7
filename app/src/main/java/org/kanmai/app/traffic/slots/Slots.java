package org.kanmai.app.traffic.slots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.app.traffic.slots.SlotStore.Change;
import org.springframework.stereotype.Component;

/** The positions that this node may give to works in open pools, and what became of those it gave. */
@Component
class Slots {
    private final SlotSettings settings;
    private final Map<Long, Held> byWork = new ConcurrentHashMap<>();
    private volatile List<Offer> offers = List.of();

    Slots(SlotSettings settings) {
        this.settings = settings;
    }

    /** Learns which pools are open now; what is not among them has ended. */
    void know(Collection<OpenPool> open, Instant now) {
        var works = new HashSet<Long>();
        for (var pool : open) {
            works.add(pool.work());
            byWork.merge(pool.work(), new Held(pool, now), (old, fresh) -> old.isOf(pool) ? old.with(pool) : fresh);
        }
        byWork.keySet().retainAll(works);
    }

    /** A pool that has positions to give, and how much it presses for one. */
    record Offer(Held held, double weight) {
        long work() {
            return held.pool.work();
        }
    }

    /** Weighs the pools of which there are positions to give. */
    void weigh(Instant now) {
        offers = byWork.values().stream()
                .filter(Held::hasFree)
                .map(held -> new Offer(held, held.pool.weight(now)))
                .sorted(Comparator.comparingDouble(Offer::weight).reversed())
                .toList();
    }

    /** Returns those pools of the last weighing that still have positions, those that press most first. */
    List<Offer> offers(int limit) {
        return offers.stream()
                .filter(offer -> offer.held().hasFree())
                .limit(limit)
                .toList();
    }

    /** Returns whether a work is in an open pool and has no position here now. */
    boolean isWaiting(long work) {
        var held = byWork.get(work);
        return held != null && !held.hasFree();
    }

    /** Takes a position for a work; false when it is in an open pool and there is none. */
    boolean take(long work, Instant now) {
        var held = byWork.get(work);
        return held == null || held.take(now);
    }

    /** Gives back what was taken and not placed. */
    void giveBack(long work) {
        var held = byWork.get(work);
        if (held != null) {
            held.giveBack();
        }
    }

    /** Binds what was taken for a work to an exposure; nothing when the work is in no pool. */
    void placed(long work, long exposure, Instant now) {
        var held = byWork.get(work);
        if (held != null) {
            held.place(exposure, now);
        }
    }

    /** Notes that an exposure of a work came into sight; again is once. */
    void exposed(long work, long exposure) {
        var held = byWork.get(work);
        if (held != null) {
            held.expose(exposure);
        }
    }

    /** Returns how many positions more this node wants of each pool: some to begin with, and twice what was used lately. */
    Map<Long, Integer> wanted() {
        var wanted = new HashMap<Long, Integer>();
        for (var held : byWork.values()) {
            int more = held.wanted();
            if (more > 0) {
                wanted.put(held.pool.opening(), more);
            }
        }
        return wanted;
    }

    /** Takes positions that were granted, by pool. */
    void granted(Map<Long, Integer> slots, Instant now) {
        for (var held : byWork.values()) {
            int more = slots.getOrDefault(held.pool.opening(), 0);
            if (more > 0) {
                held.add(more, now);
            }
        }
    }

    /** Returns what happened since it was asked last, and takes out what waited too long. */
    List<Change> changes(Instant now) {
        var changes = new ArrayList<Change>();
        for (var held : byWork.values()) {
            held.change(now, settings).ifPresent(changes::add);
        }
        return changes;
    }

    /** Returns everything unused, for a node that stops. */
    List<Change> all() {
        return byWork.values().stream().map(Held::end).toList();
    }
}
