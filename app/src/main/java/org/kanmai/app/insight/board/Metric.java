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
 * @param elsewhere what is known of other sites, to be shown beside; absent when nothing is
 */
public record Metric(
        String key,
        Words name,
        Words means,
        Unit unit,
        Measure numerator,
        @Nullable Measure denominator,
        Better better,
        @Nullable Double bar,
        @Nullable Long enough,
        @Nullable String row,
        @Nullable Elsewhere elsewhere) {

    /** The same in both languages. */
    public record Words(String zh, String en) {}

    /** What a figure was on another site, and on which. */
    public record Elsewhere(double value, Words where) {}

    /** What a value is. */
    public enum Unit implements Code {
        RATIO,
        COUNT,
        /** Minor units of a currency. */
        MONEY,
        /** From 0 to 1, and no share of anything. */
        INDEX,
        /** How many times as much. */
        TIMES
    }

    /** Which way is good. */
    public enum Better implements Code {
        HIGHER,
        LOWER
    }

    /** Returns the value over some sums; absent when nothing was counted that it is a share of. */
    public @Nullable Double value(Sums sums) {
        double above = sums.of(numerator);
        if (denominator == null) {
            return above;
        }
        double below = sums.of(denominator);
        return below == 0 ? null : above / below;
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
