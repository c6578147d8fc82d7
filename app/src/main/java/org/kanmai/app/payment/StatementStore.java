package org.kanmai.app.payment;

import java.time.LocalDate;
import java.util.List;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of statements that were imported. */
@Repository
class StatementStore {
    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps lines under their numbers; returns how many are new. What was kept before stays as it is. */
    int add(String provider, List<Line> lines) {
        return jdbc.sql("""
                insert into payment.movement (provider, number, day, payment, refund, minor, currency, at)
                select :provider, number, day, payment, refund, minor, currency, at
                  from unnest(:numbers::text[], :days::date[], :payments::bigint[], :refunds::bigint[], :minors::bigint[],
                              :currencies::text[], :ats::timestamptz[])
                       as line (number, day, payment, refund, minor, currency, at)
                on conflict (provider, number) do nothing
                """)
                .param("provider", provider)
                .param("numbers", strings(lines, Line::number))
                .param("days", strings(lines, each -> each.day().toString()))
                .param(
                        "payments",
                        longs(lines, each -> each.movement().payment().value()))
                .param("refunds", longs(lines, each -> each.movement().refund()))
                .param("minors", longs(lines, each -> each.movement().amount().minor()))
                .param(
                        "currencies",
                        strings(
                                lines,
                                each -> each.movement().amount().currency().getCurrencyCode()))
                .param("ats", strings(lines, each -> each.movement().at().toString()))
                .update();
    }

    /** Returns how many lines are kept exactly as they stand here. */
    long same(String provider, List<Line> lines) {
        return jdbc.sql("""
                select count(*)
                  from unnest(:numbers::text[], :payments::bigint[], :refunds::bigint[], :minors::bigint[], :currencies::text[])
                       as line (number, payment, refund, minor, currency)
                  join payment.movement
                 using (number, payment, refund, minor)
                 where provider = :provider
                   and movement.currency = line.currency
                """)
                .param("provider", provider)
                .param("numbers", strings(lines, Line::number))
                .param(
                        "payments",
                        longs(lines, each -> each.movement().payment().value()))
                .param("refunds", longs(lines, each -> each.movement().refund()))
                .param("minors", longs(lines, each -> each.movement().amount().minor()))
                .param(
                        "currencies",
                        strings(
                                lines,
                                each -> each.movement().amount().currency().getCurrencyCode()))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static String[] strings(List<Line> lines, java.util.function.Function<Line, String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }

    private static Long[] longs(List<Line> lines, java.util.function.ToLongFunction<Line> part) {
        return lines.stream().mapToLong(part).boxed().toArray(Long[]::new);
    }

    List<Movement> of(String provider, LocalDate day) {
        return jdbc.sql("""
                select payment, refund, minor, currency, at
                  from payment.movement
                 where provider = :provider
                   and day = :day
                 order by number
                """)
                .param("provider", provider)
                .param("day", day)
                .query((row, number) -> new Movement(
                        new PaymentId(row.getLong("payment")),
                        row.getLong("refund"),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
