package org.kanmai.app.insight.attribution;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kanmai.app.insight.attribution.Attribution.By;
import org.kanmai.app.insight.funnel.Sight;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.facts.Ids;

/** What the lake knows of what came before orders: works that show the product, watched for three seconds or opened for it. */
final class Touches {
    /** How long before an order a touch can have been. */
    static final Duration WINDOW = Duration.ofDays(30);

    private static final int MOST_TOUCHES = 200_000;
    private static final int MOST_SETS = 5_000;

    private static final String SHOWN = "shown as (select unnest(?::bigint[]) as work, unnest(?::bigint[]) as product)";
    private static final String TOUCH = """
            touch as (
                select exposure,
                       any_value(pseudonym) as viewer,
                       any_value(work) as work,
                       any_value(source order by kind = 'exposed' desc) as source,
                       min(happened_at) as came_at
                  from facts
                 where id >= ?
                   and kind in ('exposed', 'watched', 'opened')
                   and exposure is not null
                   and work in (select work from shown)
                 group by exposure
                having coalesce(max(watched_millis), 0) >= 3000
                    or coalesce(bool_or(kind = 'opened' and detail = 'product'), false))""";

    private final Lake.Reader facts;
    private final Sight sight;
    private final By by;
    private final Instant start;

    Touches(Lake.Reader facts, Sight sight, By by, Instant start) {
        this.facts = facts;
        this.sight = sight;
        this.by = by;
        this.start = start;
    }

    /** A line of an order: who bought what, when. */
    record Asked(long viewer, long product, Instant at) {}

    private record Found(int line, Touch touch) {}

    /** Returns the touches of lines, by their places. */
    Map<Integer, List<Touch>> of(List<Asked> lines) throws SQLException {
        var touches = new HashMap<Integer, List<Touch>>();
        for (var found : facts.rows(
                """
                with asked as (select unnest(range(?::bigint)) as line, unnest(?::bigint[]) as viewer,
                                      unnest(?::bigint[]) as product, unnest(?::bigint[]) as ordered_at),
                     %s, %s
                select line, %s as channel, came_at
                  from asked
                  join touch using (viewer)
                  join shown on shown.work = touch.work and shown.product = asked.product
                 where came_at <= ordered_at
                   and came_at > ordered_at - ?
                 order by came_at desc
                 limit ?""".formatted(SHOWN, TOUCH, channel()),
                List.of(
                        (long) lines.size(),
                        lines.stream().map(Asked::viewer).toList(),
                        lines.stream().map(Asked::product).toList(),
                        lines.stream().map(line -> line.at.toEpochMilli()).toList(),
                        works(),
                        products(),
                        Ids.smallest(start.minus(WINDOW)),
                        WINDOW.toMillis(),
                        MOST_TOUCHES),
                row -> new Found(row.getInt(1), new Touch(row.getString(2), Instant.ofEpochMilli(row.getLong(3)))))) {
            touches.computeIfAbsent(found.line, first -> new ArrayList<>()).add(found.touch);
        }
        return touches;
    }

    private record Counting(String channels, Worth.Counted counted) {}

    /** Returns how often those bought who met some channels before some product. */
    Worth worth() throws SQLException {
        var counted = new HashMap<Set<String>, Worth.Counted>();
        for (var each : facts.rows(
                """
                with %s, %s,
                     bought as (select pseudonym as viewer, product
                                  from facts
                                 where kind = 'converted'
                                   and detail = 'paid'
                                 group by all),
                     journey as (select viewer, shown.product as product,
                                        array_to_string(list_sort(list_distinct(list(%s))), ',') as channels
                                   from touch
                                   join shown on shown.work = touch.work
                                  group by viewer, shown.product)
                select channels, count(*) as journeys, count(bought.viewer) as bought
                  from journey
                  left join bought on bought.viewer = journey.viewer and bought.product = journey.product
                 group by channels
                 order by journeys desc
                 limit ?""".formatted(SHOWN, TOUCH, channel()),
                List.of(works(), products(), Ids.smallest(start.minus(WINDOW)), MOST_SETS),
                row -> new Counting(row.getString(1), new Worth.Counted(row.getLong(2), row.getLong(3))))) {
            counted.put(Set.of(each.channels.split(",", -1)), each.counted);
        }
        return new Worth(counted);
    }

    private String channel() {
        return switch (by) {
            case SOURCE -> "touch.source";
            case WORK -> "touch.work::varchar";
        };
    }

    private List<Long> works() {
        return sight.shown().stream().map(Sight.Shown::work).toList();
    }

    private List<Long> products() {
        return sight.shown().stream().map(Sight.Shown::product).toList();
    }
}
