package org.kanmai.app.aftersales.reviews;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shown reviews of a product come to.
 *
 * @param stars how many have one to five stars
 * @param pictured how many have pictures
 * @param followed how many have a follow-up
 */
record Rating(List<Integer> stars, int pictured, int followed) {
    static final Rating NONE = new Rating(List.of(0, 0, 0, 0, 0), 0, 0);

    Rating {
        stars = List.copyOf(stars);
        if (stars.size() != 5) {
            throw new IllegalArgumentException("five counts, not " + stars);
        }
    }

    int count() {
        return stars.stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the mean of the stars, rounded half up to a tenth; absent without reviews. */
    @Nullable
    BigDecimal average() {
        if (count() == 0) {
            return null;
        }
        long sum = 0;
        for (int at = 0; at < 5; at++) {
            sum += (at + 1L) * stars.get(at);
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count()), 1, RoundingMode.HALF_UP);
    }
}
