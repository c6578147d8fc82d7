package org.kanmai.app.insight.traffic;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Board.Figure;
import org.kanmai.app.insight.board.Measure;
import org.kanmai.app.insight.board.Metric;
import org.kanmai.app.insight.board.Sums;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.traffic.Traffic.Concentration;
import org.springframework.stereotype.Component;

/** Answers how traffic as a whole stands. */
@Component
class Traffics {
    /** Who published what is told once, however long ago. */
    private static final LocalDate EVER = LocalDate.EPOCH;

    private static final int EACH = 1;

    private final Lake lake;
    private final Freshness freshness;
    private final TrafficMetrics metrics;
    private final Clock clock;

    Traffics(Lake lake, Freshness freshness, TrafficMetrics metrics, Clock clock) {
        this.lake = lake;
        this.freshness = freshness;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What the lake says, before figures are made of it. */
    record Answer(Exposures exposures, Exposures before, Spread creators, Spread works, List<PoolCount> pools, Survival survival) {}

    Answer ask(TrafficQuestion question) {
        return lake.ask(EVER, facts -> answer(facts, question));
    }

    private Answer answer(Lake.Reader facts, TrafficQuestion question) throws SQLException {
        var period = question.period();
        var all = Exposures.of(facts, period.before().start(), period.end(), question.origin());
        return new Answer(
                all.in(period),
                all.in(period.before()),
                Spreads.of(facts, Compared.CREATORS, period, question.origin(), EACH),
                Spreads.of(facts, Compared.WORKS, period, question.origin(), EACH),
                PoolCounts.of(facts, period, question.origin()),
                Survival.of(facts, period.to(), question.origin(), clock.instant()));
    }

    Traffic board(TrafficQuestion question) {
        var asOf = freshness.now();
        var answer = ask(question);
        return new Traffic(
                asOf,
                question.period().from(),
                question.period().to(),
                question.origin() == null && answer.exposures.simulated() > 0,
                answer.exposures.count(),
                answer.exposures.natural(),
                answer.exposures.shown(),
                positions(answer, question),
                concentration(answer.creators, question),
                concentration(answer.works, question),
                answer.pools,
                answer.survival.cohorts(metrics.survival()),
                survival(answer.survival));
    }

    private List<Figure> positions(Answer answer, TrafficQuestion question) {
        var now = answer.exposures.sums();
        return figures(metrics.positions(), now, answer.before.sums(), question.days(), now::on);
    }

    private Concentration concentration(Spread spread, TrafficQuestion question) {
        var figures = figures(
                metrics.spread(),
                spread.whole().sums(),
                spread.before().sums(),
                question.days(),
                day -> spread.on(day).sums());
        var whole = spread.whole();
        return new Concentration(whole.members(), (long) whole.sums().of(Measure.NATURAL), figures, spread.curve());
    }

    private List<Figure> survival(Survival survival) {
        var sums = survival.sums();
        return figures(metrics.survival(), sums, new Sums(), survival.mondays(), sums::on);
    }

    private static List<Figure> figures(
            List<Metric> metrics, Sums now, Sums before, List<LocalDate> days, Function<LocalDate, Sums> on) {
        return metrics.stream()
                .map(metric -> new Figure(
                        metric.key(), metric.value(now), metric.value(before), spark(metric, days, on), false))
                .toList();
    }

    private static List<@Nullable Double> spark(Metric metric, List<LocalDate> days, Function<LocalDate, Sums> on) {
        var spark = new ArrayList<@Nullable Double>();
        days.forEach(day -> spark.add(metric.value(on.apply(day))));
        return spark;
    }
}
