package org.kanmai.app.insight.lake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.LogEnds.LogAway;
import org.kanmai.facts.Topic;
import org.springframework.stereotype.Component;

/** Tells how far the lake has come. */
@Component
public class Freshness {
    /** The consumer group under which the streams say how far they are. */
    private static final String STREAMS = "kanmai-streams";

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
    public record AsOf(@Nullable Instant at, @Nullable Long behind) {}

    /**
     * How far each reader of the log is, as sums of offsets over all partitions that the streams read.
     *
     * @param log where it ends
     * @param lake how far the lake is
     * @param streams how far the newest checkpoint of the streams is
     */
    public record Positions(long log, long lake, long streams) {
        /** Returns whether all have read the same, which is everything. */
        public boolean settled() {
            return lake == log && streams == log;
        }
    }

    /** Returns how far each is now; empty while the log does not answer. */
    public Optional<Positions> positions() {
        try {
            var streams = logEnds.readBy(STREAMS);
            var latest = logEnds.latest();
            latest.keySet().removeIf(lane -> lane.topic().equals(Topic.TRADE.code()));
            var lake = store.ends();
            return Optional.of(new Positions(sum(latest, latest), sum(latest, lake), sum(latest, streams)));
        } catch (LogAway unanswered) {
            return Optional.empty();
        }
    }

    private static long sum(Map<Batch.Lane, Long> lanes, Map<Batch.Lane, Long> offsets) {
        return lanes.keySet().stream()
                .mapToLong(lane -> offsets.getOrDefault(lane, 0L))
                .sum();
    }

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
