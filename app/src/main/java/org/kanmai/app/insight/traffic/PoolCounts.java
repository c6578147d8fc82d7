package org.kanmai.app.insight.traffic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.facts.Origin;

/** Asks what became of works in pools. */
public final class PoolCounts {
    private PoolCounts() {}

    /** Asks for a period, the first pool first; pools of which nothing was told are left out. */
    public static List<PoolCount> of(Lake.Reader facts, Period period, @Nullable Origin origin) throws SQLException {
        return facts.rows("""
                with quota as (
                    select opening, any_value(pool) as pool, any_value(units) as quota
                      from facts
                     where kind = 'pool-opened'
                     group by opening
                ), told as (
                    select kind, detail, units, promoted, quota, coalesce(said.pool, quota.pool) as pool
                      from facts as said
                      left join quota using (opening)
                     where kind in ('pool-opened', 'pool-due', 'pool-judged', 'round-held')
                       and happened_at >= %1$d and happened_at < %2$d%3$s
                )
                select pool,
                       count(*) filter (kind = 'pool-opened') as opened,
                       coalesce(sum(units) filter (kind = 'pool-opened'), 0)::bigint as owed,
                       count(*) filter (detail = 'promoted-on-evidence') as promoted_on_evidence,
                       coalesce(sum(promoted), 0)::bigint as promoted_by_rank,
                       count(*) filter (detail = 'stopped-on-evidence') as stopped_on_evidence,
                       coalesce(sum(units - promoted) filter (kind = 'round-held'), 0)::bigint as stopped_by_rank,
                       count(*) filter (detail = 'enters-round') as entered_round,
                       count(*) filter (detail = 'deadline' and units < quota) as late,
                       coalesce(sum(quota - units) filter (detail = 'deadline' and units < quota), 0)::bigint as shortfall
                  from told
                 where pool is not null
                 group by pool
                 order by pool
                """.formatted(
                        period.start().toEpochMilli(), period.end().toEpochMilli(), Exposures.among(origin)), List.of(), PoolCounts::row);
    }

    private static PoolCount row(ResultSet row) throws SQLException {
        return new PoolCount(
                row.getInt("pool"),
                row.getLong("opened"),
                row.getLong("owed"),
                row.getLong("promoted_on_evidence"),
                row.getLong("promoted_by_rank"),
                row.getLong("stopped_on_evidence"),
                row.getLong("stopped_by_rank"),
                row.getLong("entered_round"),
                row.getLong("late"),
                row.getLong("shortfall"));
    }
}
