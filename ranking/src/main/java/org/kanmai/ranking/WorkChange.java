package org.kanmai.ranking;

/**
 * What one fact changes of a work's counters.
 *
 * @param hour whole hours since 1970 of the hour that it belongs to
 * @param apart whether it stays out of the rates
 * @param measures a set of {@link Measure}, one bit each by place; 0 changes nothing
 * @param amount 1, or -1 for something taken back
 */
public record WorkChange(int hour, boolean apart, int measures, int amount) {
    static final WorkChange NOTHING = new WorkChange(0, false, 0, 0);

    /** Returns whether this changes nothing. */
    public boolean isNothing() {
        return measures == 0;
    }
}
