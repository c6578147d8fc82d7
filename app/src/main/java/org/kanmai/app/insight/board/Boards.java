package org.kanmai.app.insight.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.board.Board.Figure;
import org.kanmai.app.insight.board.Board.Share;
import org.kanmai.app.insight.funnel.Breakdown;
import org.kanmai.app.insight.funnel.FunnelQuestion;
import org.kanmai.app.insight.funnel.Funnels;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.funnel.Step;
import org.kanmai.app.insight.lake.Freshness;
import org.springframework.stereotype.Component;

/** Puts boards together from the dictionary and the measures. */
@Component
class Boards {
    private static final Set<Measure> OF_SHOPS =
            Set.of(Measure.ORDERS, Measure.SALES, Measure.REFUNDED, Measure.VARIANTS, Measure.SOLD_OUT);

    private final Metrics metrics;
    private final Measures measures;
    private final Funnels funnels;
    private final Freshness freshness;

    Boards(Metrics metrics, Measures measures, Funnels funnels, Freshness freshness) {
        this.metrics = metrics;
        this.measures = measures;
        this.funnels = funnels;
        this.freshness = freshness;
    }

    Board of(Measures.Subject subject, Period period) {
        var asOf = freshness.now();
        var now = measures.today(subject, period);
        var before = measures.of(subject, period.before());
        var figures = metrics.metrics().stream()
                .filter(metric -> metric.numerator().isOfBoards())
                .filter(metric -> subject.sells() || !OF_SHOPS.contains(metric.numerator()))
                .map(metric -> figure(metric, now.sums(), before.sums(), period))
                .toList();
        return new Board(asOf, period.from(), period.to(), now.currency(), figures, shares(subject, period));
    }

    private static Figure figure(Metric metric, Sums now, Sums before, Period period) {
        var spark = new ArrayList<@Nullable Double>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            spark.add(metric.value(now.on(day)));
        }
        return new Figure(metric.key(), metric.value(now), metric.value(before), spark, metric.breached(now));
    }

    private List<Share> shares(Measures.Subject subject, Period period) {
        var funnel = funnels.ask(
                new FunnelQuestion(subject.sight(), period, Breakdown.SOURCE, null, null, subject.origin()));
        long all = funnel.total().of(Step.PAID);
        return funnel.rows().stream()
                .filter(row -> row.key() != null && row.of(Step.PAID) > 0)
                .map(row -> new Share(
                        Objects.requireNonNull(row.key()), row.of(Step.PAID), (double) row.of(Step.PAID) / all))
                .toList();
    }
}
