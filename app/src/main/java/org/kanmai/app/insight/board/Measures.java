package org.kanmai.app.insight.board;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.insight.funnel.Breakdown;
import org.kanmai.app.insight.funnel.FunnelQuestion;
import org.kanmai.app.insight.funnel.Funnels;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.funnel.Sight;
import org.kanmai.app.insight.funnel.Step;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.facts.Origin;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Sums up what figures are made of, from the lake and, for what is on the shelves, from the catalogue. */
@Component
class Measures {
    private static final String DAY = "strftime(make_timestamp((happened_at + 28800000) * 1000), '%Y-%m-%d')";

    private final Lake lake;
    private final Funnels funnels;
    private final Stock stock;

    Measures(Lake lake, Funnels funnels, Stock stock) {
        this.lake = lake;
        this.funnels = funnels;
        this.stock = stock;
    }

    /**
     * Whose figures: what is in sight, and the shop whose orders count.
     *
     * @param shop absent for all shops, or for none when {@code sells} is false
     * @param sells whether orders and shelves belong to it
     * @param origin of the facts that count; all when absent
     */
    record Subject(
            Sight sight,
            @Nullable ShopId shop,
            boolean sells,
            @Nullable Origin origin) {}

    /** What was summed up. */
    record Summed(Sums sums, @Nullable String currency) {}

    Summed of(Subject subject, Period period) {
        var question = question(subject, period);
        return lake.ask(question.firstDay(), facts -> {
            var sums = new Sums();
            steps(facts, question, sums);
            early(facts, subject, period, sums);
            var currency = subject.sells ? orders(facts, subject, period, sums) : null;
            return new Summed(sums, currency);
        });
    }

    private static FunnelQuestion question(Subject subject, Period period) {
        return new FunnelQuestion(subject.sight, period, Breakdown.DAY, null, null, subject.origin);
    }

    private void steps(Lake.Reader facts, FunnelQuestion question, Sums sums) throws SQLException {
        for (var row : funnels.rows(facts, question)) {
            if (row.key() != null) {
                for (var step : Step.values()) {
                    sums.add(LocalDate.parse(row.key()), Measure.valueOf(step.name()), row.of(step));
                }
            }
        }
    }

    private static void early(Lake.Reader facts, Subject subject, Period period, Sums sums) throws SQLException {
        var parameters = times(period);
        var among = among(subject.sight, parameters) + origin(subject, parameters);
        var sql = """
                with paid as (
                    select pseudonym, work, happened_at as paid_at, %s as day
                      from facts
                     where kind = 'converted' and detail = 'paid' and work is not null
                       and happened_at >= ? and happened_at < ?%s)
                select day, count(*) filter (paid_at - seen_at <= 86400000) as early
                  from paid
                  join (select pseudonym, work, min(happened_at) as seen_at
                          from facts
                         where kind = 'exposed' and pseudonym in (select pseudonym from paid)
                         group by all) using (pseudonym, work)
                 group by day
                """.formatted(DAY, among);
        facts.rows(sql, parameters, row -> {
            sums.add(LocalDate.parse(row.getString(1)), Measure.EARLY, row.getLong(2));
            return row;
        });
    }

    private static String shop(Subject subject, List<Object> parameters) {
        if (subject.shop == null) {
            return "";
        }
        parameters.add(subject.shop.value());
        return " and shop = ?";
    }

    private static String origin(Subject subject, List<Object> parameters) {
        if (subject.origin == null) {
            return "";
        }
        parameters.add(subject.origin.code());
        return " and origin = ?";
    }

    private static String among(Sight sight, List<Object> parameters) {
        if (sight.products() != null) {
            parameters.add(sight.products());
            return " and product in (select unnest(?::bigint[]))";
        }
        if (sight.works() != null) {
            parameters.add(sight.works());
            return " and work in (select unnest(?::bigint[]))";
        }
        return "";
    }

    private static @Nullable String orders(Lake.Reader facts, Subject subject, Period period, Sums sums)
            throws SQLException {
        var parameters = times(period);
        var among = shop(subject, parameters) + origin(subject, parameters);
        var sql = """
                select %s as day, any_value(currency) as currency, count(*) as orders, sum(minor)::bigint as sales,
                       count(*) filter (order_id in
                           (select order_id from facts where kind = 'order-moved' and detail = 'refunded')) as refunded
                  from facts
                 where kind = 'order-moved'
                   and detail = 'paid'
                   and happened_at >= ?
                   and happened_at < ?%s
                 group by day
                """.formatted(DAY, among);
        var currencies = facts.rows(sql, parameters, row -> {
            var day = LocalDate.parse(row.getString("day"));
            sums.add(day, Measure.ORDERS, row.getLong("orders"));
            sums.add(day, Measure.SALES, row.getLong("sales"));
            sums.add(day, Measure.REFUNDED, row.getLong("refunded"));
            return row.getString("currency");
        });
        return currencies.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Sums up the same, and how the shelves stand now, on the last day. */
    Summed today(Subject subject, Period period) {
        var summed = of(subject, period);
        if (subject.sells) {
            var standing = stock.standing(subject.shop);
            summed.sums.add(period.to(), Measure.VARIANTS, standing.variants());
            summed.sums.add(period.to(), Measure.SOLD_OUT, standing.soldOut());
        }
        return summed;
    }

    private static List<Object> times(Period period) {
        return new ArrayList<>(
                List.of(period.start().toEpochMilli(), period.end().toEpochMilli()));
    }
}
