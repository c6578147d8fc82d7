package org.kanmai.distribution.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many units scored what against which mean: all that evidence needs to know of a sequence of units.
 *
 * <p>Its rows have one fixed order whatever order they were counted in, so that every sum over them is the same bit for bit.
 */
public final class ScoreTable {
    private static final Comparator<Row> BY_MEAN_THEN_SCORE =
            Comparator.comparingDouble(Row::mean).thenComparingDouble(Row::score);

    private final double[] scores;
    private final double[] means;
    private final long[] counts;

    /**
     * One kind of unit.
     *
     * @param score of each, in [0, 1]
     * @param mean the most that its expected score is under the null hypothesis, more than 0
     * @param count how many, at least 1
     */
    public record Row(double score, double mean, long count) {
        public Row {
            if (!(score >= 0 && score <= 1) || !(mean > 0 && mean < Double.POSITIVE_INFINITY) || count < 1) {
                throw new IllegalArgumentException("not a row of scores: " + score + ", " + mean + ", " + count);
            }
        }

        private Row plus(Row other) {
            return new Row(score, mean, Math.addExact(count, other.count));
        }
    }

    private record Kind(double score, double mean) {}

    private ScoreTable(List<Row> rows) {
        scores = rows.stream().mapToDouble(Row::score).toArray();
        means = rows.stream().mapToDouble(Row::mean).toArray();
        counts = rows.stream().mapToLong(Row::count).toArray();
    }

    /** Returns the table of these rows; equal kinds are added up. */
    public static ScoreTable of(Iterable<Row> rows) {
        Map<Kind, Row> merged = new HashMap<>();
        rows.forEach(row -> merged.merge(new Kind(row.score(), row.mean()), row, Row::plus));
        return new ScoreTable(
                merged.values().stream().sorted(BY_MEAN_THEN_SCORE).toList());
    }

    /** Returns how many units it holds. */
    public long units() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Returns the sum of all scores over the sum of all means; 0 without units. */
    public double relativeScore() {
        double score = 0;
        double mean = 0;
        for (int row = 0; row < counts.length; row++) {
            score += counts[row] * scores[row];
            mean += counts[row] * means[row];
        }
        return mean == 0 ? 0 : score / mean;
    }

    int rows() {
        return counts.length;
    }

    double score(int row) {
        return scores[row];
    }

    double mean(int row) {
        return means[row];
    }

    long count(int row) {
        return counts[row];
    }
}
