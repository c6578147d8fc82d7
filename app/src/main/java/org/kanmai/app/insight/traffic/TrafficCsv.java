package org.kanmai.app.insight.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Measure;
import org.kanmai.app.insight.board.Metric;
import org.kanmai.facts.Code;
import org.springframework.stereotype.Component;

/** Parts of the board as rows for spreadsheets. */
@Component
class TrafficCsv {
    private final Traffics traffics;
    private final TrafficMetrics metrics;

    TrafficCsv(Traffics traffics, TrafficMetrics metrics) {
        this.traffics = traffics;
        this.metrics = metrics;
    }

    /** Which part. */
    enum Part implements Code {
        /** How exposures are spread, day by day. */
        DAYS,
        /** Exposures by source, surface and kind of slot. */
        SHOWN,
        /** What became of works on the ladder, by pool. */
        POOLS,
        /** Creators by the week of their first work. */
        COHORTS
    }

    List<List<?>> rows(TrafficQuestion question, Part part) {
        var answer = traffics.ask(question);
        return switch (part) {
            case DAYS -> days(question, answer);
            case SHOWN -> shown(answer);
            case POOLS -> pools(answer);
            case COHORTS -> cohorts(answer);
        };
    }

    private List<List<?>> days(TrafficQuestion question, Traffics.Answer answer) {
        var exposures = answer.exposures().sums();
        var rows = new ArrayList<List<?>>();
        var head = new ArrayList<Object>(List.of("day", "exposures", "natural"));
        for (var compared : Compared.values()) {
            head.add(compared.code());
            metrics.spread().forEach(metric -> head.add(compared.code() + "-" + metric.key()));
        }
        rows.add(head);
        for (var day : question.days()) {
            var row = new ArrayList<Object>();
            row.add(day);
            row.add((long) exposures.on(day).of(Measure.EXPOSED));
            row.add((long) exposures.on(day).of(Measure.NATURAL));
            row.addAll(spread(answer.creators().on(day)));
            row.addAll(spread(answer.works().on(day)));
            rows.add(row);
        }
        return rows;
    }

    private List<Object> spread(Spread.Part part) {
        var cells = new ArrayList<Object>();
        cells.add(part.members());
        metrics.spread().forEach(metric -> cells.add(cell(metric.value(part.sums()))));
        return cells;
    }

    private static List<List<?>> shown(Traffics.Answer answer) {
        var rows = new ArrayList<List<?>>(List.of(List.of("source", "surface", "slot", "natural", "exposures")));
        answer.exposures()
                .shown()
                .forEach(each -> rows.add(
                        List.of(each.source(), each.surface(), each.slot(), each.natural(), each.exposures())));
        return rows;
    }

    private static List<List<?>> pools(Traffics.Answer answer) {
        var rows = new ArrayList<List<?>>(List.of(List.of(
                "pool",
                "opened",
                "owed",
                "promoted-on-evidence",
                "promoted-by-rank",
                "stopped-on-evidence",
                "stopped-by-rank",
                "entered-round",
                "late",
                "shortfall")));
        answer.pools()
                .forEach(each -> rows.add(List.of(
                        each.pool(),
                        each.opened(),
                        each.owed(),
                        each.promotedOnEvidence(),
                        each.promotedByRank(),
                        each.stoppedOnEvidence(),
                        each.stoppedByRank(),
                        each.enteredRound(),
                        each.late(),
                        each.shortfall())));
        return rows;
    }

    private List<List<?>> cohorts(Traffics.Answer answer) {
        var head = new ArrayList<Object>(List.of("week", "creators"));
        metrics.survival().stream().map(Metric::key).forEach(key -> {
            head.add(key + "-again");
            head.add(key);
        });
        var rows = new ArrayList<List<?>>(List.of(head));
        answer.survival().cohorts(metrics.survival()).forEach(cohort -> {
            var row = new ArrayList<Object>(List.of(cohort.week(), cohort.creators()));
            cohort.survived().forEach(each -> {
                row.add(each.again());
                row.add(cell(each.share()));
            });
            rows.add(row);
        });
        return rows;
    }

    private static Object cell(@Nullable Double value) {
        return Objects.requireNonNullElse(value, "");
    }
}
