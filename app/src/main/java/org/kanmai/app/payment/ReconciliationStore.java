package org.kanmai.app.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kanmai.app.payment.Reconciliation.Outcome;
import org.kanmai.app.web.Paging;
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

    /** A provider's statement of a day, compared: how many movements it had, and how many of them differ. */
    record Statement(String provider, LocalDate day, Instant at, int movements, int differences) {}

    /** A difference and its place in the list of its day. */
    record Placed(long place, Difference difference) {}

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
    void keep(Outcome outcome) {
        jdbc.sql("""
                insert into payment.reconciled (provider, day, at, movements)
                     values (:provider, :day, :at, :movements)
                on conflict (provider, day) do update
                        set at = excluded.at, movements = excluded.movements
                """)
                .param("provider", outcome.provider())
                .param("day", outcome.day())
                .param("at", Timestamp.from(outcome.at()))
                .param("movements", outcome.movements())
                .update();
        jdbc.sql("delete from payment.difference where provider = :provider and day = :day")
                .param("provider", outcome.provider())
                .param("day", outcome.day())
                .update();
        outcome.differences().forEach(each -> add(outcome.provider(), outcome.day(), each));
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

    /** Returns the statements of so many days, the newest first; days are numbered from 1970 on. */
    List<Statement> statements(long before, int days) {
        return jdbc.sql("""
                select provider, day, at, movements,
                       (select count(*)
                          from payment.difference
                         where difference.provider = reconciled.provider
                           and difference.day = reconciled.day) as differences
                  from payment.reconciled
                 where day in (select distinct day
                                 from payment.reconciled
                                where day - date '1970-01-01' < :before
                                order by day desc
                                limit :days)
                 order by day desc, provider
                """)
                .param("before", before)
                .param("days", days)
                .query((row, number) -> statement(row))
                .list();
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getString("provider"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                row.getInt("movements"),
                row.getInt("differences"));
    }

    List<Placed> differences(String provider, LocalDate day, Paging paging) {
        return jdbc.sql("""
                select place, key, kind, theirs, ours, currency
                  from payment.difference
                 where provider = :provider
                   and day = :day
                   and place < :before
                 order by place desc
                 limit :rows
                """)
                .param("provider", provider)
                .param("day", day)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new Placed(row.getLong("place"), difference(row)))
                .list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getString("key"),
                Code.parse(Difference.Kind.class, row.getString("kind")),
                Money.of(row.getLong("theirs"), row.getString("currency")),
                Money.of(row.getLong("ours"), row.getString("currency")));
    }
}
