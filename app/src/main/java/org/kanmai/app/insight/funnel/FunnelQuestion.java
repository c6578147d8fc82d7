package org.kanmai.app.insight.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Pseudonym;

/**
 * What is asked of the lake for a funnel.
 *
 * @param work only this work; all within sight when absent
 * @param product only this product; all within sight when absent
 * @param origin only facts of this origin; all when absent
 * @param region only viewers of this region; all when absent
 */
public record FunnelQuestion(
        Sight sight,
        Period period,
        Breakdown by,
        @Nullable Long work,
        @Nullable Long product,
        @Nullable Origin origin,
        @Nullable Region region) {
    /** An exposure's id is made when its page is served, its token is good for a day: earlier ids than that belong to earlier days. */
    private static final int EARLIER_DAYS = 2;
    /** Who paid within this many days before buys again. */
    static final int REMEMBERED_DAYS = 90;

    /** The text of a query and its parameters. */
    record Sql(String text, List<Object> parameters) {}

    /** Returns the first day whose ids are needed. */
    public LocalDate firstDay() {
        return period.start().atZone(ZoneOffset.UTC).toLocalDate().minusDays(REMEMBERED_DAYS);
    }

    /** Asks about viewers of all regions. */
    public FunnelQuestion(
            Sight sight,
            Period period,
            Breakdown by,
            @Nullable Long work,
            @Nullable Long product,
            @Nullable Origin origin) {
        this(sight, period, by, work, product, origin, null);
    }

    /** Returns whether the answer says something of regions: it then says nothing of few people. */
    boolean ofRegions() {
        return by == Breakdown.REGION || region != null;
    }

    Sql sql(Map<Pseudonym, Region> homes) {
        return new Query().whole(homes);
    }

    /** Puts the text together; the order of parameters is that of the text. */
    private final class Query {
        private final List<Object> parameters = new ArrayList<>();

        Sql whole(Map<Pseudonym, Region> homes) {
            var text = "with homes as (" + homes(homes) + "), shown as (" + shown() + "), bought as (" + bought()
                    + "), traced as (" + traced() + "), payers as (" + payers() + "), parts as (" + parts() + ") "
                    + counts();
            return new Sql(text, parameters);
        }

        private String homes(Map<Pseudonym, Region> homes) {
            var all = List.copyOf(homes.entrySet());
            parameters.add(all.stream().map(home -> home.getKey().value()).toList());
            parameters.add(all.stream().map(home -> home.getValue().code()).toList());
            return "select unnest(?::bigint[]) as pseudonym, unnest(?::varchar[]) as region";
        }

        private String shown() {
            parameters.add(sight.shown().stream().map(Sight.Shown::work).toList());
            parameters.add(sight.shown().stream().map(Sight.Shown::product).toList());
            return "select unnest(?::bigint[]) as work, unnest(?::bigint[]) as product";
        }

        /** Each product that an exposure led to, or each conversion that none led to. */
        private String bought() {
            return """
                    select coalesce(exposure, -id) as trace,
                           product,
                           bool_or(detail = 'carted') as carted,
                           bool_or(detail = 'ordered') as ordered,
                           max(happened_at) filter (detail = 'paid') as paid_at
                      from facts
                     where kind = 'converted'%s%s%s
                     group by all""".formatted(among("product", sight.products()), is("product", product), origin());
        }

        private String traced() {
            parameters.add(Ids.smallest(period.start()) - dayOfIds() * EARLIER_DAYS);
            return """
                    select coalesce(exposure, -id) as trace,
                           max(happened_at) filter (kind = 'exposed') as exposed_at,
                           min(happened_at) as moment,
                           any_value(pseudonym) as viewer,
                           any_value(work) as work,
                           any_value(surface) as surface,
                           any_value(source order by kind = 'exposed' desc) as source,
                           coalesce(max(watched_millis), 0) as watched,
                           coalesce(bool_or(completed), false) as completed,
                           bool_or(kind = 'shared' or kind = 'engaged' and detail in
                                   ('liked', 'favourited', 'commented', 'followed', 'downloaded')) as interacted,
                           bool_or(kind = 'opened' and detail = 'product') as opened
                      from facts
                     where id >= ?
                       and kind in ('exposed', 'watched', 'opened', 'shared', 'engaged', 'converted')
                       and (exposure is not null or kind = 'converted')%s%s%s
                     group by all""".formatted(withinSight(), is("work", work), origin());
        }

        private String withinSight() {
            if (sight.works() == null) {
                return "";
            }
            parameters.add(sight.works());
            return sight.products() == null
                    ? " and work in (select unnest(?::bigint[]))"
                    : " and (work in (select unnest(?::bigint[])) or coalesce(exposure, -id) in (select trace from bought))";
        }

        private String payers() {
            return """
                    select pseudonym, min(happened_at) as first_paid_at
                      from facts
                     where kind = 'converted'
                       and detail = 'paid'%s%s
                     group by pseudonym""".formatted(among("product", sight.products()), origin());
        }

        private String parts() {
            return by == Breakdown.PRODUCT || product != null ? byProduct() : """
                    select traced.*, carted, ordered, paid_at, first_paid_at
                      from traced
                      left join (select trace, bool_or(carted) as carted, bool_or(ordered) as ordered,
                                        max(paid_at) as paid_at
                                   from bought
                                  group by trace) using (trace)
                      left join payers on payers.pseudonym = traced.viewer""";
        }

        private String byProduct() {
            return """
                    select traced.*, product, carted, ordered, paid_at, first_paid_at
                      from traced
                      join (select trace, product from traced join shown using (work)
                             union
                            select trace, product from bought) using (trace)
                      left join bought using (trace, product)
                      left join payers on payers.pseudonym = traced.viewer
                     where true""" + is("product", product);
        }

        private String counts() {
            var counts = Arrays.stream(Step.values())
                    .map(step -> "count(*) filter (" + step.condition() + ")")
                    .collect(Collectors.joining(", "));
            return "from (" + (ofRegions() ? enough() : told()) + ") "
                    + """
                    select part, grouping(part) as whole, count(distinct viewer) as viewers, %s
                     group by grouping sets ((), (part))
                     order by whole desc, %s
                     limit 201""".formatted(counts, by == Breakdown.DAY ? "part" : "4 desc, part");
        }

        private String told() {
            var of = region == null ? "" : " where region = ?";
            if (region != null) {
                parameters.add(region.code());
            }
            parameters.add(period.start().toEpochMilli());
            parameters.add(period.end().toEpochMilli());
            return """
                    select *
                      from (select *, %s as part, coalesce(exposed_at, case when trace < 0 then moment end) as came_at
                              from parts
                              left join homes on homes.pseudonym = parts.viewer%s)
                     where came_at >= ?
                       and came_at < ?""".formatted(by.key(), of);
        }

        /** Parts of few people are told together, with the next larger part, so that nothing can be taken off to leave few. */
        private String enough() {
            return """
                    with told as (%1$s),
                         sizes as (select part, count(distinct viewer) as people from told where %2$s group by part),
                         few as (select part from sizes where people < %3$d
                                  union all
                                 (select part from sizes
                                   where people >= %3$d and (select min(people) from sizes) < %3$d
                                   order by people, part
                                   limit 1))
                    select * replace (case when exists (select 1 from few where few.part is not distinct from told.part)
                                           then '%4$s' else part end as part)
                      from told""".formatted(told(), by == Breakdown.REGION ? "part is not null" : "true", Few.PEOPLE, Few.KEY);
        }

        private String among(String column, @Nullable Collection<Long> values) {
            if (values == null) {
                return "";
            }
            parameters.add(values);
            return " and " + column + " in (select unnest(?::bigint[]))";
        }

        private String is(String column, @Nullable Long value) {
            if (value == null) {
                return "";
            }
            parameters.add(value);
            return " and " + column + " = ?";
        }

        private String origin() {
            if (origin == null) {
                return "";
            }
            parameters.add(origin.code());
            return " and origin = ?";
        }
    }

    private static long dayOfIds() {
        return Ids.smallest(Instant.parse("2025-01-02T00:00:00Z"));
    }
}
