package org.kanmai.app.traffic.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kanmai.app.traffic.slots.SlotStore.Change;
import org.springframework.stereotype.Component;

/** The positions that this node may give to works in open pools, and what became of those it gave. */
@Component
class Slots {
    /** Of more pools than that a node holds positions of those only that press most, */
    private static final int PRESSING = 2_000;

    /** and of so many more whose works somebody would have seen; */
    private static final int MISSED = 3_000;

    /** of these so many a time. */
    private static final int MISSED_AT_ONCE = 200;

    private static final Duration PRESSES = Duration.ofSeconds(5);

    private final SlotSettings settings;
    private final Map<Long, Held> byWork = new ConcurrentHashMap<>();
    private volatile List<Offer> offers = List.of();
    private Set<Held> pressing = Set.of();
    private Instant pressedAt = Instant.EPOCH;

    Slots(SlotSettings settings) {
        this.settings = settings;
    }

    /** Learns which pools are open now; what is not among them has ended. */
    void know(Collection<OpenPool> open, Instant now) {
        learn(open, now);
        var works = HashSet.<Long>newHashSet(open.size());
        open.forEach(pool -> works.add(pool.work()));
        byWork.keySet().retainAll(works);
    }

    /** Learns of some pools that are open now. */
    void learn(Collection<OpenPool> open, Instant now) {
        for (var pool : open) {
            byWork.compute(
                    pool.work(), (work, old) -> old != null && old.isOf(pool) ? old.with(pool) : new Held(pool, now));
        }
    }

    /** A pool that has positions to give, and how much it presses for one. */
    record Offer(Held held, double weight) {
        long work() {
            return held.pool.work();
        }
    }

    /** Weighs the pools of which there are positions to give. */
    void weigh(Instant now) {
        offers = weighed(Held::hasFree, now).toList();
    }

    private Stream<Offer> weighed(Predicate<Held> which, Instant now) {
        return byWork.values().stream()
                .filter(which)
                .map(held -> new Offer(held, held.pool.weight(now)))
                .sorted(Comparator.comparingDouble(Offer::weight).reversed());
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
        return held != null && !held.hasFree() && held.miss();
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
    Map<Long, Integer> wanted(Instant now) {
        press(now);
        var wanted = new HashMap<Long, Integer>();
        int missed = Math.clamp(PRESSING + MISSED - offers.size(), 0, MISSED_AT_ONCE);
        for (var held : byWork.values()) {
            boolean presses = held.hasFree() || byWork.size() <= PRESSING || pressing.contains(held);
            if (presses || (held.wasMissed() && missed-- > 0)) {
                int more = held.wanted();
                if (more > 0) {
                    wanted.put(held.pool.opening(), more);
                }
            }
        }
        return wanted;
    }

    private void press(Instant now) {
        if (byWork.size() > PRESSING && pressedAt.isBefore(now.minus(PRESSES))) {
            pressing = weighed(Held::hasMore, now)
                    .limit(PRESSING)
                    .map(Offer::held)
                    .collect(Collectors.toUnmodifiableSet());
            pressedAt = now;
        }
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
