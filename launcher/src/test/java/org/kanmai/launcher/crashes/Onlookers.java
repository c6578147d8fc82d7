package org.kanmai.launcher.crashes;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.kanmai.launcher.Caller;

/**
 * Visitors of one process, each of whom sees a page. Of their browsers some never tell, some tell late, some tell twice, some tell
 * another process, and a few tell when nobody waits for it any more.
 */
final class Onlookers extends Work {
    private static final int PAGE = 6;
    private static final int LATE = 3;
    private static final int TOO_LATE = 100;

    private final URI here;
    private final URI elsewhere;
    private final int silent;
    private final Duration waited;
    private final Deque<Sight> late = new ArrayDeque<>();
    private final Deque<Sight> tooLate = new ArrayDeque<>();
    private int visitors;
    private final AtomicInteger told = new AtomicInteger();

    /**
     * Visitors of {@code here}.
     *
     * @param silent of the first so many, one in ten never tells
     * @param waited how long the process waits for what a page placed
     */
    Onlookers(URI here, URI elsewhere, int silent, Duration waited) {
        this.here = here;
        this.elsewhere = elsewhere;
        this.silent = silent;
        this.waited = waited;
    }

    /** What a browser has to tell. */
    private record Sight(Caller visitor, String reports, int items, long since) {
        Sight at(URI address) {
            return new Sight(visitor.at(address), reports, items, since);
        }
    }

    /** How many exposures the processes took, repetitions included. */
    int told() {
        return told.get();
    }

    @Override
    void step() {
        visitors++;
        var sight = sight(new Caller(here));
        switch (visitors % 10) {
            case 1 -> late.add(sight);
            case 2 -> tell(sight, 2);
            case 3, 8 -> tell(sight.at(elsewhere), 1);
            case 5 -> tell(sight, visitors <= silent ? 0 : 1);
            case 7 -> soonOrTooLate(sight);
            default -> tell(sight, 1);
        }
        if (late.size() > LATE) {
            tell(late.remove(), 1);
        }
        var oldest = tooLate.peek();
        if (oldest != null
                && System.nanoTime() - oldest.since() > waited.plusSeconds(2).toNanos()) {
            tell(tooLate.remove(), 1);
        }
    }

    private void soonOrTooLate(Sight sight) {
        if (visitors % TOO_LATE == 7) {
            tooLate.add(sight);
        } else {
            tell(sight, 1);
        }
    }

    @Override
    void settle() {
        late.forEach(sight -> tell(sight, 1));
        tooLate.forEach(sight -> tell(sight, 1));
    }

    private static Sight sight(Caller visitor) {
        var reports = new ArrayList<String>();
        visitor.get("/api/feed?count=" + PAGE)
                .must(200)
                .json()
                .path("items")
                .forEach(item -> reports.add("{\"kind\": \"exposed\", \"token\": \"%s\"}"
                        .formatted(item.path("token").asString())));
        var body = "{\"facts\": [" + String.join(",", reports) + "]}";
        return new Sight(visitor, body, reports.size(), System.nanoTime());
    }

    private void tell(Sight sight, int times) {
        for (int time = 0; time < times && sight.items() > 0; time++) {
            var taken = sight.visitor().post("/api/facts", sight.reports()).must(200);
            told.addAndGet(taken.json().path("accepted").asInt());
        }
    }
}
