package org.kanmai.app.insight.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.retention.Retention.Curve;
import org.kanmai.app.insight.retention.Retention.Point;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Draws retention curves from the lake. */
@Component
class Retentions {
    private static final int USUAL_DAYS = 28;
    private static final int LONGEST = 600;
    private static final LocalDate EVER = LocalDate.EPOCH;

    private final Lake lake;
    private final Freshness freshness;
    private final Clock clock;

    Retentions(Lake lake, Freshness freshness, Clock clock) {
        this.lake = lake;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** So many exposures of films of a length reached a second. */
    private record Cell(int reached, int duration, long exposures, long three, long five) {}

    Retention of(WorkId work) {
        var lately = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(USUAL_DAYS);
        return new Retention(
                freshness.now(),
                lake.ask(EVER, facts -> curve(facts, work.value())),
                lake.ask(lately, facts -> curve(facts, null)));
    }

    private static Curve curve(Lake.Reader facts, @Nullable Long work) throws SQLException {
        return curve(facts.rows(
                histogram(work == null ? "" : " and work = ?"),
                work == null ? List.of() : List.of(work),
                row -> new Cell(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5))));
    }

    /** By the second that was reached and the length of the film: how many exposures, how many of them 3 s and 5 s long. */
    private static String histogram(String among) {
        return """
                with run as (
                    select exposure,
                           any_value(work) as work,
                           coalesce(max(if(completed, duration_millis, reached_millis)), 0) as reached,
                           coalesce(max(watched_millis), 0) as watched
                      from facts
                     where kind in ('exposed', 'watched')
                       and work is not null%s
                     group by exposure
                    having bool_or(kind = 'exposed')
                ), film as (
                    select work, max(duration_millis) as duration from facts where kind = 'watched' group by work
                )
                select least(reached // 1000, 600) as reached,
                       least(coalesce(duration, 0) // 1000, 600) as duration,
                       count(*) as exposures,
                       count(*) filter (watched >= 3000) as three,
                       count(*) filter (watched >= 5000) as five
                  from run
                  left join film using (work)
                 group by all""".formatted(among);
    }

    private static Curve curve(List<Cell> cells) {
        long all = cells.stream().mapToLong(Cell::exposures).sum();
        if (all == 0) {
            return new Curve(0, null, null, List.of());
        }
        return new Curve(
                all,
                (double) cells.stream().mapToLong(Cell::three).sum() / all,
                (double) cells.stream().mapToLong(Cell::five).sum() / all,
                points(cells));
    }

    private static List<Point> points(List<Cell> cells) {
        var points = new ArrayList<Point>();
        int longest = cells.stream().mapToInt(Cell::duration).max().orElse(0);
        for (int second = 0; second <= Math.min(longest, LONGEST); second++) {
            points.add(new Point(second, share(cells, second)));
        }
        return points;
    }

    private static double share(List<Cell> cells, int second) {
        long reached = 0;
        long all = 0;
        for (var cell : cells) {
            if (cell.duration >= second) {
                all += cell.exposures;
                reached += cell.reached >= second ? cell.exposures : 0;
            }
        }
        return (double) reached / all;
    }
}
