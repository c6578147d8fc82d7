package org.kanmai.app.insight.traffic;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Measure;
import org.kanmai.app.insight.board.Metric;
import org.kanmai.app.insight.board.Sums;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.facts.Origin;

/** Which creators stay: by the week of their first work, who published again within how many days. */
final class Survival {
    private static final int WEEKS = 13;
    private static final int WEEK_DAYS = 7;

    /** How long, and by which measures it is counted. */
    private enum Span {
        SEVEN(7, Measure.BEGAN_7, Measure.AGAIN_7),
        FOURTEEN(14, Measure.BEGAN_14, Measure.AGAIN_14),
        THIRTY(30, Measure.BEGAN_30, Measure.AGAIN_30);

        final int days;
        final Measure began;
        final Measure again;

        Span(int days, Measure began, Measure again) {
            this.days = days;
            this.began = began;
            this.again = again;
        }

        boolean over(LocalDate week, Instant now) {
            var last = week.plusDays(WEEK_DAYS + days).atStartOfDay(Period.ZONE).toInstant();
            return !now.isBefore(last);
        }
    }

    private record Counted(LocalDate week, long creators, List<Long> again) {}

    private final List<Counted> weeks;
    private final Instant now;

    private Survival(List<Counted> weeks, Instant now) {
        this.weeks = weeks;
        this.now = now;
    }

    /** Asks for the quarter of a year that ends with the week of a day. */
    static Survival of(Lake.Reader facts, LocalDate last, @Nullable Origin origin, Instant now) throws SQLException {
        var counted = new HashMap<LocalDate, Counted>();
        var from = monday(last).minusWeeks(WEEKS - 1L);
        var rows = facts.rows(
                """
                with first as (
                    select work, any_value(creator) as creator, min(happened_at) as published_at
                      from facts
                     where kind = 'work-published'%s
                     group by work
                ), ordered as (
                    select creator, published_at,
                           row_number() over (partition by creator order by published_at, work) as turn
                      from first
                ), debut as (
                    select creator,
                           max(published_at) filter (turn = 1) as first_at,
                           max(published_at) filter (turn = 2) as again_at
                      from ordered
                     where turn <= 2
                     group by creator
                )
                select (((first_at + 28800000) // 86400000 + 3) // 7) * 7 - 3 as week,
                       count(*) as creators,
                       count(*) filter (again_at - first_at <= 604800000) as seven,
                       count(*) filter (again_at - first_at <= 1209600000) as fourteen,
                       count(*) filter (again_at - first_at <= 2592000000) as thirty
                  from debut
                 where first_at >= %d
                   and first_at < %d
                 group by week
                """.formatted(
                        Exposures.among(origin), start(from), start(monday(last).plusWeeks(1))),
                List.of(),
                row -> new Counted(
                        LocalDate.ofEpochDay(row.getLong("week")),
                        row.getLong("creators"),
                        List.of(row.getLong("seven"), row.getLong("fourteen"), row.getLong("thirty"))));
        rows.forEach(row -> counted.put(row.week, row));
        var weeks = new ArrayList<Counted>();
        for (int week = 0; week < WEEKS; week++) {
            var monday = from.plusWeeks(week);
            weeks.add(counted.getOrDefault(monday, new Counted(monday, 0, List.of(0L, 0L, 0L))));
        }
        return new Survival(weeks, now);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(Period.ZONE).toInstant().toEpochMilli();
    }

    /** Returns what figures are made of, by the Monday of the week; of cohorts that are old enough. */
    Sums sums() {
        var sums = new Sums();
        for (var week : weeks) {
            for (int at = 0; at < Span.values().length; at++) {
                var span = Span.values()[at];
                if (span.over(week.week, now)) {
                    sums.add(week.week, span.began, week.creators);
                    sums.add(week.week, span.again, week.again.get(at));
                }
            }
        }
        return sums;
    }

    /** Returns the Mondays, the earliest first. */
    List<LocalDate> mondays() {
        return weeks.stream().map(Counted::week).toList();
    }

    /** Returns the cohorts, the earliest first; {@code metrics} are those of 7, 14 and 30 days. */
    List<Cohort> cohorts(List<Metric> metrics) {
        var sums = sums();
        return weeks.stream()
                .map(week -> new Cohort(week.week, week.creators, survived(week, metrics, sums.on(week.week))))
                .toList();
    }

    private static List<Cohort.Survived> survived(Counted week, List<Metric> metrics, Sums sums) {
        var survived = new ArrayList<Cohort.Survived>();
        for (int at = 0; at < metrics.size(); at++) {
            var metric = metrics.get(at);
            survived.add(new Cohort.Survived(metric.key(), week.again.get(at), metric.value(sums)));
        }
        return survived;
    }
}
