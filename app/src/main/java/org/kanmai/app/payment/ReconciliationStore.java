package org.kanmai.app.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which days were compared, and what was different; comparing a day again replaces what was found before. */
@Repository
class ReconciliationStore {
    private final JdbcClient jdbc;

    ReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day that was compared. */
    record Day(String provider, LocalDate day, Instant at, int movements, int differences) {}

    boolean isDone(String provider, LocalDate day) {
        return jdbc.sql("""
                select exists (select 1
                                 from payment.reconciled
                                where provider = :provider
                                  and day = :day)
                """)
                .param("provider", provider)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void keep(String provider, LocalDate day, int movements, List<Difference> differences, Instant at) {
        jdbc.sql("""
                insert into payment.reconciled (provider, day, at, movements)
                     values (:provider, :day, :at, :movements)
                on conflict (provider, day) do update
                        set at = excluded.at, movements = excluded.movements
                """)
                .param("provider", provider)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("movements", movements)
                .update();
        jdbc.sql("delete from payment.difference where provider = :provider and day = :day")
                .param("provider", provider)
                .param("day", day)
                .update();
        differences.forEach(each -> add(provider, day, each));
    }

    private void add(String provider, LocalDate day, Difference difference) {
        jdbc.sql("""
                insert into payment.difference (provider, day, key, kind, theirs, ours, currency)
                     values (:provider, :day, :key, :kind, :theirs, :ours, :currency)
                """)
                .param("provider", provider)
                .param("day", day)
                .param("key", difference.key())
                .param("kind", difference.kind().code())
                .param("theirs", difference.theirs().minor())
                .param("ours", difference.ours().minor())
                .param("currency", difference.theirs().currency().getCurrencyCode())
                .update();
    }

    /** Returns the latest days, the newest first. */
    List<Day> days(int limit) {
        return jdbc.sql("""
                select provider, day, at, movements,
                       (select count(*)
                          from payment.difference
                         where difference.provider = reconciled.provider
                           and difference.day = reconciled.day) as differences
                  from payment.reconciled
                 order by day desc, provider
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> new Day(
                        row.getString("provider"),
                        row.getObject("day", LocalDate.class),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("movements"),
                        row.getInt("differences")))
                .list();
    }

    List<Difference> differences(String provider, LocalDate day) {
        return jdbc.sql("""
                select key, kind, theirs, ours, currency
                  from payment.difference
                 where provider = :provider
                   and day = :day
                 order by key
                """)
                .param("provider", provider)
                .param("day", day)
                .query((row, number) -> new Difference(
                        row.getString("key"),
                        Code.parse(Difference.Kind.class, row.getString("kind")),
                        Money.of(row.getLong("theirs"), row.getString("currency")),
                        Money.of(row.getLong("ours"), row.getString("currency"))))
                .list();
    }
}
