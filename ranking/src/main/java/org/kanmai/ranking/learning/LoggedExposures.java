package org.kanmai.ranking.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Fact;

/**
 * The exposures of a log that lies there whole, each once with all that is known of it when the log ends: what a {@link Learner}
 * is told of them bit by bit. Each viewer's facts are joined by themselves, so that only their order counts. It keeps the newest;
 * of viewers with too many that wait, those who did nothing for the longest are told as they are.
 */
public final class LoggedExposures {
    private static final Comparator<LoggedExposure> BY_TIME =
            Comparator.comparing(LoggedExposure::at).thenComparingLong(LoggedExposure::exposure);

    private static final int MOST_WAITING = 500_000;
    private static final int MOST_VIEWERS = 500_000;

    private final int most;
    private final LinkedHashMap<Long, Viewer> viewers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Long, LoggedExposure> told = new HashMap<>();
    private Instant reached = Instant.EPOCH;
    private int waiting;
    private long letGo;

    /** Keeps at most so many. */
    public LoggedExposures(int most) {
        this.most = most;
    }

    /** What one viewer did. */
    private static final class Viewer {
        private final ExampleJoin join = new ExampleJoin();
        private Instant reached = Instant.EPOCH;

        void take(Fact fact, ExampleJoin.Told told) {
            reached = later(reached, fact.at());
            join.settle(reached, told);
            join.take(fact);
        }
    }

    /** Takes the next fact; those of one viewer come in their order. */
    public void take(Fact fact) {
        if (!(fact instanceof Fact.OfViewer ofViewer)) {
            return;
        }
        reached = later(reached, fact.at());
        long viewer = ofViewer.pseudonym().value();
        var known = viewers.computeIfAbsent(viewer, unseen -> new Viewer());
        int before = known.join.size();
        known.take(fact, told(viewer));
        waiting += known.join.size() - before;
        while (waiting > MOST_WAITING || viewers.size() > MOST_VIEWERS) {
            closeStalest();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private ExampleJoin.Told told(long viewer) {
        return (exposure, of, news) -> {
            told.putIfAbsent(exposure, new LoggedExposure(viewer, exposure, of));
            if (told.size() > most + most / 4) {
                keepNewest();
            }
        };
    }

    private void closeStalest() {
        var stalest = viewers.pollFirstEntry();
        waiting -= stalest.getValue().join.size();
        stalest.getValue().join.settle(reached, told(stalest.getKey()));
    }

    private List<LoggedExposure> keepNewest() {
        var sorted = new ArrayList<>(told.values());
        sorted.sort(BY_TIME);
        var old = sorted.subList(0, Math.max(0, sorted.size() - most));
        old.forEach(each -> told.remove(each.exposure()));
        letGo += old.size();
        old.clear();
        return sorted;
    }

    /**
     * Returns, by the time at which they came into view, those of which all is known that ten minutes tell. Those in whose ten minutes
     * the log ends are left out: of them a yes would be known sooner than a no.
     */
    public List<LoggedExposure> settle() {
        viewers.forEach((viewer, known) -> known.join.settle(reached, told(viewer)));
        var last = reached.minusSeconds(Waiting.LATE);
        return keepNewest().stream().filter(each -> !each.at().isAfter(last)).toList();
    }

    /** Returns how many older ones were let go. */
    public long letGo() {
        return letGo;
    }
}
