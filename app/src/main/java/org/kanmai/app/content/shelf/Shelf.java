package org.kanmai.app.content.shelf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Candidate;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The newest published works in memory, at most half a second behind the database, ordered as a recommender asks for them.
 *
 * <p>Who shows a work asks {@code Works.visible} at the end: what was taken down since is not shown.
 */
@Component
public class Shelf implements InitializingBean {
    private static final Comparator<Candidate> NEWEST_FIRST = Comparator.comparing(Candidate::publishedAt)
            .thenComparingLong(candidate -> candidate.work().value())
            .reversed();

    private final ShelfStore store;
    private final int largest;
    private final Map<WorkId, Candidate> byWork = new ConcurrentHashMap<>();
    private final NavigableSet<Candidate> all = new ConcurrentSkipListSet<>(NEWEST_FIRST);
    private final Map<PersonId, NavigableSet<Candidate>> byCreator = new ConcurrentHashMap<>();
    private final Map<String, NavigableSet<Candidate>> byTag = new ConcurrentHashMap<>();
    private volatile Candidate[] drawn = {};
    private String readUpTo = "0";

    Shelf(ShelfStore store, ShelfSettings settings) {
        this.store = store;
        this.largest = settings.candidates();
    }

    @Override
    public void afterPropertiesSet() {
        refresh();
    }

    /** Takes in what changed since the last time. */
    @Scheduled(fixedDelay = 500)
    public synchronized void refresh() {
        var next = store.oldestRunning();
        boolean changed = false;
        var page = store.after(readUpTo, -1);
        while (!page.isEmpty()) {
            for (var change : page) {
                changed |= put(change.work(), change.candidate());
            }
            var last = page.getLast();
            page = page.size() < ShelfStore.PAGE
                    ? List.of()
                    : store.after(last.changedIn(), last.work().value());
        }
        readUpTo = next;
        if (changed) {
            trim();
            drawn = byWork.values().toArray(Candidate[]::new);
        }
    }

    /** Returns the newest works. */
    public List<Candidate> fresh(int limit) {
        return all.stream().limit(limit).toList();
    }

    /** Returns the newest works of some creators, newest first. */
    public List<Candidate> of(Collection<PersonId> creators, int limit) {
        return merged(creators.stream().map(byCreator::get), limit);
    }

    /** Returns the newest works that bear any of the tags, newest first. */
    public List<Candidate> tagged(Collection<String> tags, int limit) {
        return merged(tags.stream().map(byTag::get), limit);
    }

    /** Returns works drawn evenly by a seed, each once. */
    public List<Candidate> sample(long seed, int limit) {
        var from = drawn;
        if (from.length <= limit) {
            return List.of(from);
        }
        var chance = new SplittableRandom(seed);
        var places = new HashSet<Integer>();
        while (places.size() < limit) {
            places.add(chance.nextInt(from.length));
        }
        return places.stream().map(place -> from[place]).toList();
    }

    /** Returns what is known of a work; empty when it cannot be recommended. */
    public Optional<Candidate> find(WorkId work) {
        return Optional.ofNullable(byWork.get(work));
    }

    /** Merges sets that are sorted already; a candidate of several of them comes up once for each, one after the other. */
    private static List<Candidate> merged(Stream<@Nullable NavigableSet<Candidate>> sets, int limit) {
        var heads = new PriorityQueue<Head>(Comparator.comparing(Head::candidate, NEWEST_FIRST));
        sets.forEach(set -> {
            if (set != null) {
                Head.of(set.iterator()).ifPresent(heads::add);
            }
        });
        var merged = new ArrayList<Candidate>();
        while (!heads.isEmpty() && merged.size() < limit) {
            var head = heads.remove();
            Head.of(head.rest()).ifPresent(heads::add);
            if (merged.isEmpty()
                    || !merged.getLast().work().equals(head.candidate().work())) {
                merged.add(head.candidate());
            }
        }
        return merged;
    }

    /** The next candidate of a set and those after it. */
    private record Head(Candidate candidate, Iterator<Candidate> rest) {
        static Optional<Head> of(Iterator<Candidate> candidates) {
            return candidates.hasNext() ? Optional.of(new Head(candidates.next(), candidates)) : Optional.empty();
        }
    }

    private boolean put(WorkId work, @Nullable Candidate candidate) {
        var before = candidate == null ? byWork.remove(work) : byWork.put(work, candidate);
        if (Objects.equals(before, candidate)) {
            return false;
        }
        if (before != null) {
            remove(before);
        }
        if (candidate != null) {
            all.add(candidate);
            set(byCreator, candidate.creator()).add(candidate);
            candidate.tags().forEach(tag -> set(byTag, tag).add(candidate));
        }
        return true;
    }

    private void remove(Candidate candidate) {
        all.remove(candidate);
        take(byCreator, candidate.creator(), candidate);
        candidate.tags().forEach(tag -> take(byTag, tag, candidate));
    }

    private void trim() {
        var excess = new ArrayList<Candidate>();
        all.descendingSet().stream().limit(Math.max(0, byWork.size() - largest)).forEach(excess::add);
        for (var candidate : excess) {
            byWork.remove(candidate.work());
            remove(candidate);
        }
    }

    private static <K> NavigableSet<Candidate> set(Map<K, NavigableSet<Candidate>> sets, K key) {
        return sets.computeIfAbsent(key, absent -> new ConcurrentSkipListSet<>(NEWEST_FIRST));
    }

    private static <K> void take(Map<K, NavigableSet<Candidate>> sets, K key, Candidate candidate) {
        sets.computeIfPresent(key, (same, set) -> {
            set.remove(candidate);
            return set.isEmpty() ? null : set;
        });
    }
}
