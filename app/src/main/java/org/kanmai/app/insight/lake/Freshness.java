package org.kanmai.app.insight.lake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.LogEnds.LogAway;
import org.springframework.stereotype.Component;

/** Tells how far the lake has come. */
@Component
public class Freshness {
    private final ManifestStore store;
    private final LogEnds logEnds;

    Freshness(ManifestStore store, LogEnds logEnds) {
        this.store = store;
        this.logEnds = logEnds;
    }

    /**
     * How far the lake has come.
     *
     * @param at when it took records in last; absent before the first
     * @param behind how many records of the log are not in it; absent while the log does not answer
     */
    public record AsOf(
            @Nullable Instant at, @Nullable Long behind) {}

    /** Returns how far the lake is now. */
    public AsOf now() {
        return new AsOf(store.newest().orElse(null), behind());
    }

    private @Nullable Long behind() {
        try {
            return behind(logEnds.latest(), store.ends());
        } catch (LogAway unanswered) {
            return null;
        }
    }

    static long behind(Map<Batch.Lane, Long> latest, Map<Batch.Lane, Long> ends) {
        return latest.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - ends.getOrDefault(each.getKey(), 0L)))
                .sum();
    }
}
