package org.kanmai.ranking.evaluation.kuairand;

import java.util.HashMap;
import java.util.Map;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;

/** What was seen of each subject so far: exposures, and what became of them. */
final class Counts {
    private static final double DOUBT = 10;

    private final Map<Subject, int[]> counts = new HashMap<>();

    /** What is counted: something alone, or two things together. */
    record Subject(String kind, long first, long second) {
        static Subject of(String kind, long first) {
            return new Subject(kind, first, 0);
        }
    }

    void add(Subject subject, Exposure exposure) {
        add(subject, exposure.did(Task.CLICK), exposure.did(Task.LONG_VIEW), exposure.did(Task.LIKE));
    }

    void add(Subject subject, boolean clicked, boolean longViewed, boolean liked) {
        var count = counts.computeIfAbsent(subject, unseen -> new int[4]);
        count[0]++;
        count[1] += clicked ? 1 : 0;
        count[2] += longViewed ? 1 : 0;
        count[3] += liked ? 1 : 0;
    }

    int seen(Subject subject) {
        return count(subject)[0];
    }

    int longViewed(Subject subject) {
        return count(subject)[2];
    }

    int liked(Subject subject) {
        return count(subject)[3];
    }

    /** Returns the share that was clicked, drawn towards what is usual. */
    double clickRate(Subject subject, double usual) {
        return rate(count(subject), 1, usual);
    }

    /** Returns the share that was viewed long, drawn towards what is usual. */
    double longRate(Subject subject, double usual) {
        return rate(count(subject), 2, usual);
    }

    private int[] count(Subject subject) {
        return counts.getOrDefault(subject, new int[4]);
    }

    private static double rate(int[] count, int kind, double usual) {
        return (count[kind] + DOUBT * usual) / (count[0] + DOUBT);
    }
}
