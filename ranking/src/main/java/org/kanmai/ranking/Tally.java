package org.kanmai.ranking;

import java.util.Arrays;

/** One count for each {@link Measure}. */
public final class Tally {
    static final Tally NONE = new Tally(new long[Measure.values().length]);

    private final long[] counts;

    private Tally(long[] counts) {
        this.counts = counts;
    }

    /** Returns the count of a measure; a part of the day in which more was taken back than given counts as 0. */
    public long of(Measure measure) {
        return Math.max(0, counts[measure.place()]);
    }

    /**
     * Returns a measure per exposure, drawn towards an expectation while exposures are few; in [0, 1].
     *
     * @param expected the rate to assume before anything is known, in [0, 1]
     * @param weight how many exposures the expectation is worth, above 0
     */
    public double rate(Measure measure, double expected, double weight) {
        double rate = (of(measure) + expected * weight) / (of(Measure.EXPOSED) + weight);
        return Math.min(1, rate);
    }

    Tally plus(WorkChange change) {
        long[] sum = counts.clone();
        for (Measure measure : Measure.values()) {
            if ((change.measures() & measure.bit()) != 0) {
                sum[measure.place()] += change.amount();
            }
        }
        return new Tally(sum);
    }

    Tally plus(Tally other) {
        long[] sum = counts.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.counts[i];
        }
        return new Tally(sum);
    }

    void write(LayoutWriter out) {
        for (long count : counts) {
            out.number(count);
        }
    }

    /** Reads a tally of the time when there were only so many measures. */
    static Tally read(LayoutReader in, int measures) {
        long[] counts = new long[Measure.values().length];
        for (int i = 0; i < measures; i++) {
            counts[i] = in.number();
        }
        return new Tally(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
