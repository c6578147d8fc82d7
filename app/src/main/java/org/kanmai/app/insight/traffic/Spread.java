package org.kanmai.app.insight.traffic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kanmai.app.insight.board.Sums;

/**
 * How natural exposures are spread between those compared (TD-34). Compared are all of whom a work could be seen in the time: published
 * before it ended, and not withdrawn for good before it began; whoever was exposed counts anyway.
 *
 * @param whole over the period
 * @param before over as many days before
 * @param days of the period
 * @param curve Lorenz's: how much of the exposures those with least have, in order
 */
public record Spread(Part whole, Part before, Map<LocalDate, Part> days, List<Point> curve) {
    public Spread {
        days = Map.copyOf(days);
        curve = List.copyOf(curve);
    }

    /** How many are compared, and what figures are made of. */
    public record Part(long members, Sums sums) {
        static Part none() {
            return new Part(0, new Sums());
        }
    }

    /** A share of those compared, and the share of exposures that they have. */
    public record Point(double members, double exposures) {}

    /** Returns a day's part. */
    public Part on(LocalDate day) {
        return Objects.requireNonNullElseGet(days.get(day), Part::none);
    }
}
