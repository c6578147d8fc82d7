package org.kanmai.app.insight.traffic;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.facts.Origin;

/**
 * What is asked of the lake for a board of traffic.
 *
 * @param origin only facts of this origin; all when absent
 */
record TrafficQuestion(Period period, @Nullable Origin origin) {

    /** Returns the days of the period. */
    List<LocalDate> days() {
        return period.from().datesUntil(period.to().plusDays(1)).toList();
    }
}
