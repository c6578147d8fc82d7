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
    private final Map<Long, Held> byOpening = new ConcurrentHashMap<>();
    /** Those that have positions, or of which something is to be told: few of very many. */
    private final Set<Held> lively = ConcurrentHashMap.newKeySet();

    private final Set<Held> missed = ConcurrentHashMap.newKeySet();
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
        byOpening.values().removeIf(this::hasEnded);
        lively.removeIf(this::hasEnded);
        missed.removeIf(this::hasEnded);
    }

    private boolean hasEnded(Held held) {
        return byWork.get(held.pool.work()) != held;
    }

    /** Learns of some pools that are open now. */
    void learn(Collection<OpenPool> open, Instant now) {
        for (var pool : open) {
            var known = byWork.get(pool.work());
            if (known != null && known.isOf(pool)) {
                known.pool = pool;
            } else {
                begin(new Held(pool, now));
            }
        }
    }

    /** What is held of a pool that was before in the work's place has ended with it. */
    private void begin(Held held) {
        var former = byWork.put(held.pool.work(), held);
        byOpening.put(held.pool.opening(), held);
        if (former != null) {
            byOpening.remove(former.pool.opening());
            lively.remove(former);
            missed.remove(former);
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
        offers = weighed(lively, Held::hasFree, now).toList();
    }

    private Stream<Offer> weighed(Collection<Held> all, Predicate<Held> which, Instant now) {
        return all.stream()
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
        if (held == null || held.hasFree()) {
            return false;
        }
        if (!missed.contains(held)) { // most are there already, and looking takes no lock
            missed.add(held);
        }
        return true;
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
            lively.add(held);
        }
    }

    /** Returns how many positions more this node wants of each pool: some to begin with, and twice what was used lately. */
    Map<Long, Integer> wanted(Instant now) {
        press(now);
        var wanted = new HashMap<Long, Integer>();
        lively.stream().filter(Held::hasFree).forEach(held -> want(held, wanted));
        if (byWork.size() <= PRESSING) {
            missed.clear();
            byWork.values().forEach(held -> want(held, wanted));
        } else {
            wantOfMany(wanted);
        }
        return wanted;
    }

    /** Of very many pools so many more are wanted as leaves room for others when all are held. */
    private void wantOfMany(Map<Long, Integer> wanted) {
        pressing.stream()
                .filter(held -> !held.hasFree())
                .limit(Math.max(0, PRESSING - offers.size()))
                .forEach(held -> want(held, wanted));
        var asked = missed.stream()
                .limit(Math.clamp(PRESSING + MISSED - offers.size(), 0, MISSED_AT_ONCE))
                .toList();
        asked.forEach(missed::remove);
        asked.forEach(held -> want(held, wanted));
    }

    private static void want(Held held, Map<Long, Integer> wanted) {
        int more = wanted.containsKey(held.pool.opening()) ? 0 : held.wanted();
        if (more > 0) {
            wanted.put(held.pool.opening(), more);
        }
    }

    private void press(Instant now) {
        if (byWork.size() > PRESSING && pressedAt.isBefore(now.minus(PRESSES))) {
            pressing = weighed(byWork.values(), Held::hasMore, now)
                    .limit(PRESSING)
                    .map(Offer::held)
                    .collect(Collectors.toUnmodifiableSet());
            pressedAt = now;
        }
    }

    /** Takes positions that were granted, by pool. */
    void granted(Map<Long, Integer> slots, Instant now) {
        slots.forEach((opening, more) -> {
            var held = byOpening.get(opening);
            if (held != null && more > 0) {
                held.add(more, now);
                lively.add(held);
            }
        });
    }

    /** Returns what happened since it was asked last, and takes out what waited too long. */
    List<Change> changes(Instant now) {
        var changes = new ArrayList<Change>();
        for (var held : List.copyOf(lively)) {
            lively.remove(held);
            held.change(now, settings).ifPresent(changes::add);
            if (!held.isQuiet()) {
                lively.add(held);
            }
        }
        return changes;
    }

    /** Returns everything unused, for a node that stops. */
    List<Change> all() {
        return lively.stream().map(Held::end).toList();
    }
}
