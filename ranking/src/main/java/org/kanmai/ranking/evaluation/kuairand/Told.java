package org.kanmai.ranking.evaluation.kuairand;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kanmai.ranking.evaluation.kuairand.Counts.Subject;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;

/** What is known at a moment: the past, and of the log only what had ended before. */
final class Told {
    static final int HISTORY = 50;

    /** Kinds of what came before the log; what was watched is counted there, not what was shown. */
    static final String BEFORE = "before ";

    private final KuaiRand log;
    private final Counts counts = new Counts();
    private final Map<Long, Deque<Long>> histories = new HashMap<>();
    private final Map<Long, Exposure> last = new HashMap<>();
    private final PriorityQueue<Exposure> pending =
            new PriorityQueue<>(Comparator.comparingLong(Exposure::knownAtMillis));

    Told(KuaiRand log) {
        this.log = log;
        log.pasts().forEach(this::begin);
    }

    private void begin(long viewer, Past past) {
        var longWatched = new HashSet<>(past.longWatched());
        var liked = new HashSet<>(past.liked());
        past.watched().forEach(work -> {
            watched(viewer, work);
            each(
                    viewer,
                    work,
                    -1,
                    subject -> counts.add(
                            new Subject(BEFORE + subject.kind(), subject.first(), subject.second()),
                            true,
                            longWatched.contains(work),
                            liked.contains(work)));
        });
    }

    /** Makes known what had ended by then. */
    void until(long millis) {
        while (!pending.isEmpty() && pending.element().knownAtMillis() <= millis) {
            know(pending.remove());
        }
    }

    /** Takes what is shown now, which will be known once it has ended. */
    void shown(Exposure exposure) {
        pending.add(exposure);
    }

    private void know(Exposure exposure) {
        each(exposure.viewer(), exposure.work(), exposure.tab(), subject -> counts.add(subject, exposure));
        last.put(exposure.viewer(), exposure);
        if (exposure.playedMillis() > 0 || exposure.did(Task.LONG_VIEW)) {
            watched(exposure.viewer(), exposure.work());
        }
    }

    private void watched(long viewer, long work) {
        var history = histories.computeIfAbsent(viewer, unseen -> new ArrayDeque<>());
        history.addFirst(work);
        if (history.size() > HISTORY) {
            history.removeLast();
        }
    }

    private void each(long viewer, long work, int tab, Consumer<Subject> told) {
        var facts = work(work);
        long length = Bands.length(facts.durationMillis());
        told.accept(Subject.of("all", 0));
        told.accept(Subject.of("viewer", viewer));
        told.accept(Subject.of("work", work));
        told.accept(Subject.of("author", facts.author()));
        told.accept(Subject.of("tag", facts.tag()));
        told.accept(Subject.of("length", length));
        told.accept(Subject.of("tab", tab));
        told.accept(new Subject("viewer work", viewer, work));
        told.accept(new Subject("viewer author", viewer, facts.author()));
        told.accept(new Subject("viewer tag", viewer, facts.tag()));
        told.accept(new Subject("viewer length", viewer, length));
        told.accept(new Subject("viewer music", viewer, facts.musicType()));
        told.accept(new Subject("viewer tab", viewer, tab));
        told.accept(new Subject("work tab", work, tab));
        told.accept(new Subject("length tab", length, tab));
    }

    Work work(long work) {
        return log.works().getOrDefault(work, Work.UNKNOWN);
    }

    Counts counts() {
        return counts;
    }

    /** Returns what the viewer watched, the newest first. */
    List<Long> history(long viewer) {
        return List.copyOf(histories.getOrDefault(viewer, new ArrayDeque<>()));
    }

    @Nullable
    Exposure last(long viewer) {
        return last.get(viewer);
    }
}
