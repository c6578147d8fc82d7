package org.kanmai.app.insight.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;

/**
 * How a site, a creator or a shop stands.
 *
 * @param currency of figures that are money; absent when nothing was paid
 * @param shares by why the work was shown that led to a payment (TD-43)
 */
public record Board(
        Freshness.AsOf asOf,
        LocalDate from,
        LocalDate to,
        @Nullable String currency,
        List<Figure> figures,
        List<Share> shares) {
    public Board {
        figures = List.copyOf(figures);
        shares = List.copyOf(shares);
    }

    /**
     * One metric of the dictionary.
     *
     * @param value over the period; absent when nothing was counted that it is a share of
     * @param before over as many days before
     * @param spark by day
     * @param breached whether it is beyond its bar
     */
    public record Figure(
            String metric,
            @Nullable Double value,
            @Nullable Double before,
            List<@Nullable Double> spark,
            boolean breached) {}

    /** How many payments a source led to, and its share of all. */
    public record Share(String source, long paid, double share) {}
}
