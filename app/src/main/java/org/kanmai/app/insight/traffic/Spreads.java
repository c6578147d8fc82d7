package org.kanmai.app.insight.traffic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Measure;
import org.kanmai.app.insight.board.Sums;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.traffic.Spread.Part;
import org.kanmai.app.insight.traffic.Spread.Point;
import org.kanmai.facts.Origin;

/** Asks how exposures are spread. */
public final class Spreads {
    private static final int FINEST = 100;
    private static final long WHOLE = -1;
    private static final long BEFORE = -2;

    private Spreads() {}

    /** One row of the answer: the sums of a span, or, with a piece, what a piece of the curve has. */
    private record Row(long span, @Nullable Integer piece, long members, Sums sums) {}

    /** Asks for a period and as many days before; at least {@code crowd} are behind each piece of the curve. */
    public static Spread of(Lake.Reader facts, Compared compared, Period period, @Nullable Origin origin, int crowd)
            throws SQLException {
        var rows = facts.rows(sql(compared, period, origin, crowd), List.of(), Spreads::row);
        Map<Long, Part> parts = new HashMap<>();
        rows.stream()
                .filter(row -> row.piece == null)
                .forEach(row -> parts.put(row.span, new Part(row.members, row.sums)));
        Map<LocalDate, Part> days = new HashMap<>();
        parts.forEach((span, part) -> {
            if (span >= 0) {
                days.put(LocalDate.ofEpochDay(span), part);
            }
        });
        var whole = parts.getOrDefault(WHOLE, Part.none());
        return new Spread(whole, parts.getOrDefault(BEFORE, Part.none()), days, curve(whole, rows, crowd));
    }

    private static String sql(Compared compared, Period period, @Nullable Origin origin, int crowd) {
        return spans(compared, period, origin) + answer(crowd);
    }

    /** Spans are days, counted from 1970 in UTC+8, or {@link #WHOLE} or {@link #BEFORE}. */
    private static String spans(Compared compared, Period period, @Nullable Origin origin) {
        boolean people = compared == Compared.CREATORS;
        var before = period.before();
        return """
            with work as (
                select work,
                       last(creator order by happened_at, id) as creator,
                       min(happened_at) filter (kind = 'work-published'%1$s) as since,
                       case when last(kind order by happened_at, id) = 'work-withdrawn' then max(happened_at) end as gone
                  from facts
                 where kind in ('work-published', 'work-withdrawn')
                 group by work
            ), member as (
                select %2$s as member, min(since) as since, case when count(gone) = count(*) then max(gone) end as gone
                  from work
                 where since is not null
                 group by member
            ), daily as (
                select (shown.happened_at + 28800000) // 86400000 as day, %2$s as member, count(*) as exposures
                  from (select work, happened_at
                          from facts
                         where %3$s and work is not null and source in (%4$s)%1$s) as shown
                  %5$s
                 group by day, member
            ), counts as (
                select day as span, member, exposures from daily where day >= %6$d
                union all
                select if(day >= %6$d, -1, -2) as span, member, sum(exposures)::bigint from daily group by span, member
            ), span as (
                select -2 as span, %7$d as start_at, %8$d as end_at
                union all
                select -1, %8$d, %9$d
                union all
                select day, day * 86400000 - 28800000, (day + 1) * 86400000 - 28800000 from range(%6$d, %10$d) as days (day)
            ), there as (
                select span, count(member) as members
                  from span
                  left join member on since < end_at and coalesce(gone, end_at) >= start_at
                 group by span
            ), stray as (
                select span, count(*) as members
                  from counts
                  join span using (span)
                  left join member using (member)
                 where since is null or since >= end_at or gone < start_at
                 group by span
            ), size as (
                select span, there.members + coalesce(stray.members, 0) as members
                  from there
                  left join stray using (span)
            ), placed as (
                select span, exposures, members,
                       members - count(*) over (partition by span)
                               + row_number() over (partition by span order by exposures, member) as place
                  from counts
                  join size using (span)
            )
            """.formatted(
                        Exposures.among(origin),
                        people ? "work.creator" : "work",
                        Exposures.within(before.start(), period.end()),
                        Natural.codes(),
                        people ? "join work using (work)" : "",
                        period.from().toEpochDay(),
                        before.start().toEpochMilli(),
                        period.start().toEpochMilli(),
                        period.end().toEpochMilli(),
                        period.to().toEpochDay() + 1);
    }

    private static String answer(int crowd) {
        return """
            select span, null as piece, size.members,
                   coalesce(sum(exposures), 0)::double as natural,
                   coalesce(sum((2 * place - placed.members - 1) * exposures), 0)::double as differences,
                   coalesce(max(exposures), 0)::double as top,
                   coalesce(sum(exposures) filter (place > placed.members - (placed.members + 99) // 100), 0)::double as head,
                   (coalesce(max(exposures) filter (place = (placed.members + 1) // 2), 0)
                    + coalesce(max(exposures) filter (place = (placed.members + 2) // 2), 0)) / 2.0 as waist
              from size
              left join placed using (span)
             group by span, size.members
            union all
            select span, (place * pieces + members - 1) // members as piece, members,
                   sum(exposures)::double, 0, 0, 0, 0
              from (select *, greatest(1, least(%d, members // %d)) as pieces from placed where span = -1)
             group by span, piece, members
             order by span, piece
            """.formatted(FINEST, crowd);
    }

    private static Row row(ResultSet row) throws SQLException {
        long span = row.getLong("span");
        int piece = row.getInt("piece");
        boolean whole = row.wasNull();
        long members = row.getLong("members");
        return new Row(span, whole ? null : piece, members, sums(row, day(span), members));
    }

    private static LocalDate day(long span) {
        return LocalDate.ofEpochDay(Math.max(0, span));
    }

    private static Sums sums(ResultSet row, LocalDate day, long members) throws SQLException {
        var sums = new Sums();
        double natural = row.getDouble("natural");
        double head = row.getDouble("head");
        long heads = Math.max(1, (members + 99) / 100);
        sums.add(day, Measure.NATURAL, natural);
        sums.add(day, Measure.DIFFERENCES, row.getDouble("differences"));
        sums.add(day, Measure.UTMOST, members * natural);
        sums.add(day, Measure.TOP, row.getDouble("top"));
        sums.add(day, Measure.HEAD, head);
        sums.add(day, Measure.HEAD_MEAN, head / heads);
        sums.add(day, Measure.WAIST, row.getDouble("waist"));
        return sums;
    }

    private static List<Point> curve(Part whole, List<Row> rows, int crowd) {
        double all = whole.sums().of(Measure.NATURAL);
        if (all == 0) {
            return List.of();
        }
        long pieces = Math.clamp(whole.members() / crowd, 1, FINEST);
        Map<Long, Double> had = new HashMap<>();
        rows.stream()
                .filter(row -> row.piece != null)
                .forEach(row -> had.put(Long.valueOf(row.piece), row.sums.of(Measure.NATURAL)));
        var points = new ArrayList<>(List.of(new Point(0, 0)));
        double sum = 0;
        for (long piece = 1; piece <= pieces; piece++) {
            sum += had.getOrDefault(piece, 0.0);
            long until = piece * whole.members() / pieces;
            points.add(new Point((double) until / whole.members(), sum / all));
        }
        return points;
    }
}
