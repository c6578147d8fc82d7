package org.kanmai.ranking;

import java.time.Duration;
import java.util.Map;
import org.kanmai.facts.Pseudonym;

/**
 * What a viewer bought lately and kept: paid orders less what went back.
 *
 * @param orders how many orders of that currency were not refunded as a whole
 * @param currency the one most was spent in; empty where nothing was bought
 * @param minor in its minor units
 */
public record ViewerSpending(int orders, String currency, long minor) {
    /** How far back it looks. */
    public static final Duration LATELY = Duration.ofDays(90);

    /** For how long it is kept without being reckoned anew; a payment or a refund ends that. */
    public static final Duration KEPT = Duration.ofHours(1);

    /** Of a viewer of whom nothing is known, or who bought nothing. */
    public static final ViewerSpending NONE = new ViewerSpending(0, "", 0);

    private static final int LAYOUT = 1;
    private static final int MOST_ORDERS = 1_000_000;

    public ViewerSpending {
        if (orders < 0 || minor < 0 || currency.isEmpty() != (orders == 0)) {
            throw new IllegalArgumentException(orders + " orders of " + minor + " " + currency);
        }
    }

    /** Returns the Redis key of a viewer's spending. */
    public static String key(Pseudonym viewer) {
        return "viewer:" + viewer + ":spending";
    }

    /** What was spent in one currency. */
    public record Sum(int orders, long minor) {}

    /** Returns what is told of the sums in each currency. */
    public static ViewerSpending of(Map<String, Sum> sums) {
        var most = NONE;
        for (var each : sums.entrySet()) {
            var sum = each.getValue();
            boolean more = sum.minor() != most.minor()
                    ? sum.minor() > most.minor()
                    : each.getKey().compareTo(most.currency()) < 0;
            if (sum.orders() > 0 && (most.orders() == 0 || more)) {
                most = new ViewerSpending(sum.orders(), each.getKey(), sum.minor());
            }
        }
        return most;
    }

    /** Returns what an order of this viewer costs in the mean; 0 where nothing was bought. */
    public long mean() {
        return orders == 0 ? 0 : minor / orders;
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        return new LayoutWriter(LAYOUT)
                .number(orders)
                .text(currency)
                .number(minor)
                .bytes();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static ViewerSpending parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        return new ViewerSpending(in.size(MOST_ORDERS), in.text(), in.number());
    }
}
