package org.kanmai.app.catalog.freight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Refusal;

/**
 * What sending to some regions costs: so much for the first so many grams, units or minor units, and so much for each further
 * step that is begun.
 *
 * @param first how much the first price is good for
 * @param firstMinor the first price
 * @param next how much a further step is
 * @param nextMinor its price
 * @param freeFromMinor from which amount of goods on it costs nothing; absent for never
 */
public record FreightRate(
        List<Region> regions,
        long first,
        long firstMinor,
        long next,
        long nextMinor,
        @Nullable Long freeFromMinor) {
    static final long HIGHEST_MINOR = 10_000_000;
    private static final long LARGEST_STEP = 1_000_000_000;

    public FreightRate {
        regions = List.copyOf(regions);
        if (regions.isEmpty() || regions.stream().distinct().count() < regions.size()) {
            throw Refusal.invalid("rates", "must each name regions, each once");
        }
        within("first", first, 0, LARGEST_STEP);
        within("next", next, 1, LARGEST_STEP);
        within("firstMinor", firstMinor, 0, HIGHEST_MINOR);
        within("nextMinor", nextMinor, 0, HIGHEST_MINOR);
        if (freeFromMinor != null) {
            within("freeFromMinor", freeFromMinor, 1, Long.MAX_VALUE);
        }
    }

    private static void within(String field, long number, long least, long most) {
        if (number < least || number > most) {
            throw Refusal.invalid(field, "must be " + least + "-" + most);
        }
    }

    /** Returns the price in minor units, at most {@link #HIGHEST_MINOR}. */
    long minor(long measured, long amountMinor) {
        if (freeFromMinor != null && amountMinor >= freeFromMinor) {
            return 0;
        }
        long steps = Math.ceilDiv(Math.max(0, measured - first), next);
        boolean beyond = nextMinor > 0 && steps > (HIGHEST_MINOR - firstMinor) / nextMinor;
        return beyond ? HIGHEST_MINOR : firstMinor + steps * nextMinor;
    }
}
