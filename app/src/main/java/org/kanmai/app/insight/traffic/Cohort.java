package org.kanmai.app.insight.traffic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The creators who published for the first time in one week (TD-35).
 *
 * @param week its Monday
 * @param creators how many they are
 * @param survived who of them published another work in time
 */
record Cohort(LocalDate week, long creators, List<Survived> survived) {
    Cohort {
        survived = List.copyOf(survived);
    }

    /**
     * Who published another work within some days of the first.
     *
     * @param metric which days
     * @param again how many until now
     * @param share of the cohort; absent while the days are not over for all of it
     */
    record Survived(String metric, long again, @Nullable Double share) {}
}
