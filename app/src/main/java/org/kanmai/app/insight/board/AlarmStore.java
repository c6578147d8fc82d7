package org.kanmai.app.insight.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps alarms. */
@Repository
class AlarmStore {
    private final JdbcClient jdbc;

    AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Raises an alarm, or writes down its newest value while it is raised; true when it was not raised before. */
    boolean raise(long id, String metric, @Nullable ShopId shop, double value, double bar, Instant now) {
        return jdbc.sql("""
                insert into insight.alarm (id, metric, shop, value, bar, raised_at)
                     values (:id, :metric, :shop, :value, :bar, :now)
                on conflict (metric, coalesce(shop, 0)) where over_at is null do update
                        set value = excluded.value
                  returning id = :id
                """)
                .param("id", id)
                .param("metric", metric)
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .param("value", value)
                .param("bar", bar)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Ends an alarm that is raised; nothing happens when none is. */
    void end(String metric, @Nullable ShopId shop, Instant now) {
        jdbc.sql("""
                update insight.alarm
                   set over_at = :now
                 where metric = :metric
                   and coalesce(shop, 0) = coalesce(cast(:shop as bigint), 0)
                   and over_at is null
                """)
                .param("metric", metric)
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Returns the newest alarms of a shop, or those of the whole site, raised ones first. */
    List<Alarm> of(@Nullable ShopId shop, int limit) {
        return jdbc.sql("""
                select id, metric, shop, value, bar, raised_at, over_at
                  from insight.alarm
                 where shop is not distinct from :shop
                 order by over_at is not null, id desc
                 limit :limit
                """)
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .param("limit", limit)
                .query(AlarmStore::alarm)
                .list();
    }

    private static Alarm alarm(ResultSet row, int number) throws SQLException {
        long shop = row.getLong("shop");
        var over = row.getTimestamp("over_at");
        return new Alarm(
                row.getString("id"),
                row.getString("metric"),
                shop == 0 ? null : new ShopId(shop),
                row.getDouble("value"),
                row.getDouble("bar"),
                row.getTimestamp("raised_at").toInstant(),
                over == null ? null : over.toInstant());
    }
}
