package org.kanmai.app.insight.board;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;

/**
 * One figure as the dictionary defines it (DX-09).
 *
 * @param denominator absent for a plain sum
 * @param bar beyond which an alarm is raised; absent for figures without one
 * @param enough how much of the denominator an alarm needs
 * @param row which rule of the mission it answers; absent when none
 */
record Metric(
        String key,
        Words name,
        Words means,
        Unit unit,
        Measure numerator,
        @Nullable Measure denominator,
        Better better,
        @Nullable Double bar,
        @Nullable Long enough,
        @Nullable String row) {

    /** The same in both languages. */
    record Words(String zh, String en) {}

    /** What a value is. */
    enum Unit implements Code {
        RATIO,
        COUNT,
        /** Minor units of a currency. */
        MONEY
    }

    /** Which way is good. */
    enum Better implements Code {
        HIGHER,
        LOWER
    }

    /** Returns the value over some sums; absent when nothing was counted that it is a share of. */
    @Nullable
    Double value(Sums sums) {
        long above = sums.of(numerator);
        if (denominator == null) {
            return (double) above;
        }
        long below = sums.of(denominator);
        return below == 0 ? null : (double) above / below;
    }

    /** Returns whether enough was counted and the value is beyond the bar. */
    boolean breached(Sums sums) {
        var value = value(sums);
        if (bar == null || value == null || (denominator != null && sums.of(denominator) < least())) {
            return false;
        }
        return better == Better.HIGHER ? value < bar : value > bar;
    }

    private long least() {
        return enough == null ? 1 : enough;
    }
}
