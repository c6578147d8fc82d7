package org.kanmai.ranking.rooms;

import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

/**
 * How one product fares in a room.
 *
 * @param explainedMillis for how long it was explained, without the time that still goes on
 * @param reached people who were there when it began to be explained or came while it was
 * @param opened people who opened it
 * @param ordered lines of orders, {@code orderedExplained} of them while it was explained
 * @param paid lines that were paid, less those whose money went back
 * @param units that were paid
 * @param minor what was paid, in minor units
 */
public record ProductFigures(
        long explainedMillis,
        long reached,
        long opened,
        long openedExplained,
        long ordered,
        long orderedExplained,
        long paid,
        long units,
        long minor) {
    static final ProductFigures NONE = new ProductFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    ProductFigures explained(long millis) {
        return plus(new ProductFigures(millis, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    ProductFigures reaching(long people) {
        return plus(new ProductFigures(0, people, 0, 0, 0, 0, 0, 0, 0));
    }

    ProductFigures opening(boolean explained) {
        return plus(new ProductFigures(0, 0, 1, explained ? 1 : 0, 0, 0, 0, 0, 0));
    }

    ProductFigures ordering(boolean explained) {
        return plus(new ProductFigures(0, 0, 0, 0, 1, explained ? 1 : 0, 0, 0, 0));
    }

    ProductFigures paying(long lines, long more, long money) {
        return plus(new ProductFigures(0, 0, 0, 0, 0, 0, lines, more, money));
    }

    private ProductFigures plus(ProductFigures other) {
        return new ProductFigures(
                explainedMillis + other.explainedMillis,
                reached + other.reached,
                opened + other.opened,
                openedExplained + other.openedExplained,
                ordered + other.ordered,
                orderedExplained + other.orderedExplained,
                paid + other.paid,
                units + other.units,
                minor + other.minor);
    }

    /** Returns orders while it was explained over the people whom that reached, 0 when it reached nobody. */
    public double conversion() {
        return reached == 0 ? 0 : (double) orderedExplained / reached;
    }

    void write(LayoutWriter out) {
        out.number(explainedMillis)
                .number(reached)
                .number(opened)
                .number(openedExplained)
                .number(ordered)
                .number(orderedExplained)
                .number(paid)
                .number(units)
                .number(minor);
    }

    static ProductFigures read(LayoutReader in) {
        return new ProductFigures(
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number());
    }
}
