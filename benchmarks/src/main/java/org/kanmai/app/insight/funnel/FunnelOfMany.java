package org.kanmai.app.insight.funnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kanmai.app.insight.lake.Lake;

/** The operator's funnel over a lake, without titles. */
public final class FunnelOfMany {
    private FunnelOfMany() {}

    /** Asks for 28 days up to one, told apart by day, work or source; returns how many exposures there were. */
    public static long ask(Lake lake, LocalDate last, Breakdown by) {
        var question = new FunnelQuestion(
                new Sight(null, null, List.of()), new Period(last.minusDays(27), last), by, null, null, null);
        var sql = question.sql(Map.of());
        return lake.ask(
                question.firstDay(),
                facts -> facts.rows(sql.text(), sql.parameters(), row -> row.getLong(4))
                        .getFirst());
    }
}
