package org.kanmai.ranking.evaluation.kuairand;

import java.util.EnumSet;
import java.util.Set;

/**
 * One row of the log.
 *
 * @param day as the log writes it, 20220425 for instance
 * @param millis when, since 1970
 * @param tab where in the app
 */
public record Exposure(
        long viewer, long work, int day, int hour, long millis, int tab, long playedMillis, Set<Task> outcomes) {
    private static final long LONGEST_WATCH = 3_600_000;

    /** What a viewer may do, in the order of the network's tasks. */
    public enum Task {
        CLICK("is_click"),
        LONG_VIEW("long_view"),
        LIKE("is_like"),
        FOLLOW("is_follow"),
        COMMENT("is_comment"),
        FORWARD("is_forward"),
        HATE("is_hate");

        private final String column;

        Task(String column) {
            this.column = column;
        }

        /** Returns the log's own name of it. */
        public String column() {
            return column;
        }
    }

    public Exposure {
        outcomes = outcomes.isEmpty() ? Set.of() : EnumSet.copyOf(outcomes);
    }

    /** Returns whether the viewer did this. */
    public boolean did(Task task) {
        return outcomes.contains(task);
    }

    /** Returns when all that is told of it is known: when it was watched to its end, an hour at most. */
    long knownAtMillis() {
        return millis + Math.min(playedMillis, LONGEST_WATCH) + 1;
    }
}
