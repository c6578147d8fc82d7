package org.kanmai.app.insight.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Reactions;
import org.kanmai.app.feed.Features;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.WorkCounters;
import org.springframework.stereotype.Component;

/** Asks lake, Redis and PostgreSQL for the counts of one work, by the rules of {@link WorkCounters}. */
@Component
class Agreements {
    private static final LocalDate EVER = LocalDate.EPOCH;
    private static final List<Measure> COUNTED = List.of(
            Measure.EXPOSED,
            Measure.HELD_3S,
            Measure.HELD_5S,
            Measure.COMPLETED,
            Measure.LIKED,
            Measure.COMMENTED,
            Measure.FAVOURITED,
            Measure.SHARED);

    private static final String COUNTS = """
            with run as (
                select exposure, max(watched_millis) as watched, bool_or(completed) as completed
                  from facts
                 where work = ? and kind in ('exposed', 'watched')
                 group by exposure
                having bool_or(kind = 'exposed')
            ), verb as (
                select kind, detail, count(*) as times from facts
                 where work = ? and kind in ('engaged', 'shared')
                 group by all
            )
            select (select count(*) from run),
                   (select count(*) from run where watched >= 3000),
                   (select count(*) from run where watched >= 5000),
                   (select count(*) from run where completed),
                   coalesce((select sum(if(detail = 'liked', times, -times)) from verb where detail in ('liked', 'unliked')), 0),
                   coalesce((select sum(if(detail = 'commented', times, -times)) from verb where detail in ('commented', 'uncommented')), 0),
                   coalesce((select sum(if(detail = 'favourited', times, -times)) from verb where detail in ('favourited', 'unfavourited')), 0),
                   coalesce((select sum(times) from verb where kind = 'shared'), 0)""";

    private final Lake lake;
    private final Freshness freshness;
    private final Features features;
    private final Reactions reactions;

    Agreements(Lake lake, Freshness freshness, Features features, Reactions reactions) {
        this.lake = lake;
        this.freshness = freshness;
        this.features = features;
        this.reactions = reactions;
    }

    Agreement of(WorkId work) {
        var positions = freshness.positions();
        var inLake = inLake(work);
        var counters = features.counted(List.of(work)).getOrDefault(work, WorkCounters.NONE);
        var truth = reactions.counts(List.of(work)).getOrDefault(work, new Reactions.Counted(0, 0, 0));
        var rows = COUNTED.stream()
                .map(measure -> new Agreement.Row(
                        measure.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        inLake.getOrDefault(measure, 0L),
                        counters.all(measure),
                        truth(measure, truth)))
                .toList();
        return new Agreement(
                work,
                rows,
                positions.orElse(null),
                positions.filter(Freshness.Positions::settled).isPresent(),
                rows.stream().allMatch(Agreement.Row::agrees));
    }

    private Map<Measure, Long> inLake(WorkId work) {
        return lake.ask(
                EVER,
                facts -> facts.rows(COUNTS, List.of(work.value(), work.value()), Agreements::counts)
                        .getFirst());
    }

    private static Map<Measure, Long> counts(ResultSet row) throws SQLException {
        var counts = new EnumMap<Measure, Long>(Measure.class);
        for (int index = 0; index < COUNTED.size(); index++) {
            counts.put(COUNTED.get(index), row.getLong(index + 1));
        }
        return counts;
    }

    private static @Nullable Long truth(Measure measure, Reactions.Counted counted) {
        return switch (measure) {
            case LIKED -> counted.likes();
            case COMMENTED -> counted.comments();
            case FAVOURITED -> counted.favourites();
            default -> null;
        };
    }
}
