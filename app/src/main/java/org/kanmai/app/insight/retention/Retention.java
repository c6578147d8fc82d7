package org.kanmai.app.insight.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;

/**
 * How long people stay with a work in its first run.
 *
 * @param own the work's
 * @param usual that of all works in the last 28 days
 */
record Retention(Freshness.AsOf asOf, Curve own, Curve usual) {

    /**
     * Shares of exposures.
     *
     * @param three share that was watched for 3 s (TD-47); absent without exposures
     * @param five share that was watched for 5 s (TD-48); absent without exposures
     * @param points share that reached each second, of the exposures of works that are so long
     */
    record Curve(
            long exposures,
            @Nullable Double three,
            @Nullable Double five,
            List<Point> points) {
        Curve {
            points = List.copyOf(points);
        }
    }

    /** The share of exposures, 0-1, that reached a second of the film. */
    record Point(int second, double share) {}
}
