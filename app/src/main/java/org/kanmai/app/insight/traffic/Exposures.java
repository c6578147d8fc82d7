package org.kanmai.app.insight.traffic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Measure;
import org.kanmai.app.insight.board.Sums;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.facts.Code;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;

/** Exposures by day, source, surface and kind of slot. */
public record Exposures(List<Row> rows) {
    /** An exposure's id is made when its page is served, its token is good for a day. */
    private static final long EARLIER_SECONDS = 2 * 86_400;

    private static final Instant FIRST_IDS = Instant.parse("2025-01-01T00:00:00Z");

    public Exposures {
        rows = List.copyOf(rows);
    }

    /** What was shown alike on one day, and how much of it by the town of a demo world. */
    public record Row(LocalDate day, Shown shown, long simulated) {}

    /** Asks for those between two times. */
    public static Exposures of(Lake.Reader facts, Instant start, Instant end, @Nullable Origin origin)
            throws SQLException {
        return new Exposures(facts.rows("""
                select (happened_at + 28800000) // 86400000 as day, source, surface, slot,
                       count(*) as exposures, count(*) filter (origin = 'simulated') as simulated
                  from facts
                 where %s%s
                 group by day, source, surface, slot
                 order by day, exposures desc, source, surface, slot
                """.formatted(within(start, end), among(origin)), List.of(), Exposures::row));
    }

    private static Row row(ResultSet row) throws SQLException {
        var source = row.getString("source");
        var shown = new Shown(
                source,
                row.getString("surface"),
                row.getString("slot"),
                Natural.is(Code.parse(Source.class, source)),
                row.getLong("exposures"));
        return new Row(LocalDate.ofEpochDay(row.getLong("day")), shown, row.getLong("simulated"));
    }

    /** Returns a query of SQL for how many natural exposures each work had in a period. */
    public static String naturalByWork(Period period) {
        return "select work, count(*) as seen from facts where %s and source in (%s) group by work"
                .formatted(within(period.start(), period.end()), Natural.codes());
    }

    /** Returns the condition of SQL under which a fact is an exposure between two times. */
    public static String within(Instant start, Instant end) {
        return "kind = 'exposed' and id >= %d and happened_at >= %d and happened_at < %d"
                .formatted(firstId(start), start.toEpochMilli(), end.toEpochMilli());
    }

    private static long firstId(Instant start) {
        var first = start.minusSeconds(EARLIER_SECONDS);
        return first.isBefore(FIRST_IDS) ? 0 : Ids.smallest(first);
    }

    /** Returns the condition of SQL, to be appended, under which a fact is of an origin. */
    static String among(@Nullable Origin origin) {
        return origin == null ? "" : " and origin = '" + origin.code() + "'";
    }

    /** Returns those of some days of it. */
    public Exposures in(Period period) {
        return new Exposures(rows.stream()
                .filter(row -> !row.day.isBefore(period.from()) && !row.day.isAfter(period.to()))
                .toList());
    }

    /** Returns how many there are. */
    public long count() {
        return rows.stream().mapToLong(row -> row.shown.exposures()).sum();
    }

    /** Returns how many of them nobody paid for. */
    public long natural() {
        return rows.stream()
                .filter(row -> row.shown.natural())
                .mapToLong(row -> row.shown.exposures())
                .sum();
    }

    /** Returns how many of them are of the town of a demo world. */
    public long simulated() {
        return rows.stream().mapToLong(Row::simulated).sum();
    }

    /** Returns all days together, the most frequent first. */
    public List<Shown> shown() {
        Map<Shown, Long> sums = new LinkedHashMap<>();
        rows.forEach(row -> sums.merge(
                counted(row.shown, 0), row.shown.exposures(), (one, two) -> Objects.requireNonNull(one) + two));
        var shown = new ArrayList<Shown>();
        sums.forEach((alike, exposures) -> shown.add(counted(alike, exposures)));
        shown.sort(Comparator.comparingLong(Shown::exposures)
                .reversed()
                .thenComparing(Shown::source)
                .thenComparing(Shown::surface)
                .thenComparing(Shown::slot));
        return shown;
    }

    private static Shown counted(Shown alike, long exposures) {
        return new Shown(alike.source(), alike.surface(), alike.slot(), alike.natural(), exposures);
    }

    /** Returns what figures are made of, by day. */
    public Sums sums() {
        var sums = new Sums();
        for (var row : rows) {
            long exposures = row.shown.exposures();
            sums.add(row.day, Measure.EXPOSED, exposures);
            sums.add(row.day, Measure.NATURAL, row.shown.natural() ? exposures : 0);
            sums.add(row.day, Measure.RESERVED, row.shown.slot().equals(SlotKind.RESERVED.code()) ? exposures : 0);
            sums.add(row.day, Measure.RANDOMISED, row.shown.slot().equals(SlotKind.RANDOMISED.code()) ? exposures : 0);
        }
        return sums;
    }
}
