package org.kanmai.app.insight.transparency;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Measure;
import org.kanmai.app.insight.board.Metric;
import org.kanmai.app.insight.board.Sums;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.traffic.Compared;
import org.kanmai.app.insight.traffic.Exposures;
import org.kanmai.app.insight.traffic.PoolCounts;
import org.kanmai.app.insight.traffic.Spread;
import org.kanmai.app.insight.traffic.Spreads;
import org.kanmai.app.insight.traffic.TrafficMetrics;
import org.kanmai.app.insight.transparency.Report.Band;
import org.kanmai.app.insight.transparency.Report.Concentration;
import org.kanmai.app.insight.transparency.Report.Figure;
import org.kanmai.app.insight.transparency.Report.Head;
import org.kanmai.app.insight.transparency.Report.PolicyUse;
import org.kanmai.app.insight.transparency.Report.Published;
import org.kanmai.app.insight.transparency.Report.State;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.stereotype.Component;

/** Counts what a report says. */
@Component
class Counting {
    /** From how many exposures on each band of works is. */
    private static final List<Long> BANDS = List.of(0L, 1L, 200L, 500L, 1_000L, 5_000L, 10_000L);

    private static final int EACH = 1;

    private final TrafficMetrics metrics;

    Counting(TrafficMetrics metrics) {
        this.metrics = metrics;
    }

    Report of(Lake.Reader facts, YearMonth month, TreeHead head, State state) throws SQLException {
        var period = Period.of(month);
        var exposures = Exposures.of(facts, period.start(), period.end(), null);
        return new Report(
                Report.FORM,
                month,
                state,
                period.start(),
                period.end(),
                Report.FEW,
                Head.of(head),
                count(facts, period, "served", "*"),
                exposures.count(),
                exposures.natural(),
                exposures.simulated(),
                exposures.shown(),
                figures(metrics.positions(), exposures.sums()),
                published(facts, period),
                count(facts, period, "work-withdrawn", "distinct work"),
                ofPeople(Spreads.of(facts, Compared.CREATORS, period, null, Report.FEW)),
                concentration(Spreads.of(facts, Compared.WORKS, period, null, EACH)),
                PoolCounts.of(facts, period, null),
                policies(facts, period));
    }

    private static long count(Lake.Reader facts, Period period, String kind, String what) throws SQLException {
        var sql = "select count(%s) from facts where kind = ? and happened_at >= ? and happened_at < ?".formatted(what);
        var parameters =
                List.of(kind, period.start().toEpochMilli(), period.end().toEpochMilli());
        return facts.rows(sql, parameters, row -> row.getLong(1)).getFirst();
    }

    private static Published published(Lake.Reader facts, Period period) throws SQLException {
        var thresholds = BANDS.stream()
                .skip(1)
                .map(from -> "(seen >= " + from + ")::integer")
                .collect(Collectors.joining(" + "));
        Map<Integer, Long> works = new HashMap<>();
        var creators = facts.rows(
                """
                with published as (
                    select work, any_value(creator) as creator
                      from facts
                     where kind = 'work-published'
                     group by work
                    having min(happened_at) >= %2$d and min(happened_at) < %3$d
                ), counted as (
                    select work, creator, coalesce(seen, 0) as seen
                      from published
                      left join (%4$s) using (work)
                )
                select %1$s as band, count(*) as works, null as creators from counted group by band
                union all
                select null, null, count(distinct creator) from counted
                """.formatted(
                                thresholds,
                                period.start().toEpochMilli(),
                                period.end().toEpochMilli(),
                                Exposures.naturalByWork(period)),
                List.of(),
                row -> {
                    int band = row.getInt("band");
                    if (!row.wasNull()) {
                        works.put(band, row.getLong("works"));
                    }
                    return Long.valueOf(row.getLong("creators"));
                });
        var bands = new ArrayList<Band>();
        for (int band = 0; band < BANDS.size(); band++) {
            var to = band + 1 < BANDS.size() ? BANDS.get(band + 1) : null;
            bands.add(new Band(BANDS.get(band), to, works.getOrDefault(band, 0L)));
        }
        long all = works.values().stream().mapToLong(Long::longValue).sum();
        return new Published(
                all, people(creators.stream().mapToLong(Long::longValue).max().orElse(0)), bands);
    }

    private static @Nullable Long people(long count) {
        return count < Report.FEW ? null : count;
    }

    private @Nullable Concentration ofPeople(Spread spread) {
        return spread.whole().members() < Report.FEW ? null : concentration(spread);
    }

    private Concentration concentration(Spread spread) {
        var whole = spread.whole();
        return new Concentration(
                whole.members(),
                (long) whole.sums().of(Measure.NATURAL),
                figures(metrics.spread(), whole.sums()),
                spread.curve());
    }

    private static List<Figure> figures(List<Metric> metrics, Sums sums) {
        return metrics.stream()
                .map(metric -> new Figure(metric.key(), metric.value(sums)))
                .toList();
    }

    private static List<PolicyUse> policies(Lake.Reader facts, Period period) throws SQLException {
        return facts.rows(
                """
                select policy, count(*) as exposures,
                       (min(happened_at) + 28800000) // 86400000 as first, (max(happened_at) + 28800000) // 86400000 as last
                  from facts
                 where %s
                 group by policy
                 order by policy
                """.formatted(Exposures.within(period.start(), period.end())),
                List.of(),
                row -> new PolicyUse(
                        row.getLong("policy"),
                        row.getLong("exposures"),
                        LocalDate.ofEpochDay(row.getLong("first")),
                        LocalDate.ofEpochDay(row.getLong("last"))));
    }
}
