package org.kanmai.app.payment;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.kanmai.app.payment.PastPayments.Settled;
import org.kanmai.app.payment.PaymentProvider.Movement;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of payments that were settled before they were told here. */
@Repository
class PastPaymentStore {
    private final JdbcClient jdbc;

    PastPaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Settled> payments) {
        jdbc.sql("""
                insert into payment.payment
                       (id, buyer, provider, subjects, minors, minor, currency, state, made_at, expires_at, settled_at)
                select id, buyer, :provider, array[subject], array[minor], minor, currency, 'settled', at, at, at
                  from unnest(:ids::bigint[], :buyers::bigint[], :subjects::bigint[], :minors::bigint[], :currencies::text[],
                              :times::timestamptz[])
                       as past (id, buyer, subject, minor, currency, at)
                """)
                .param("provider", PastProvider.CODE)
                .param("ids", all(payments, each -> each.id().value(), Long[]::new))
                .param("buyers", all(payments, each -> each.buyer().value(), Long[]::new))
                .param("subjects", all(payments, Settled::order, Long[]::new))
                .param("minors", all(payments, each -> each.amount().minor(), Long[]::new))
                .param("currencies", all(payments, PastPaymentStore::currency, String[]::new))
                .param("times", all(payments, each -> each.at().toString(), String[]::new))
                .update();
    }

    void addRefunds(List<Settled> returned) {
        jdbc.sql("""
                insert into payment.refund (id, payment, subject, minor, currency, state, asked_at, done_at)
                select id, payment, subject, minor, currency, 'done', at, at
                  from unnest(:ids::bigint[], :payments::bigint[], :subjects::bigint[], :minors::bigint[], :currencies::text[],
                              :times::timestamptz[])
                       as past (id, payment, subject, minor, currency, at)
                """)
                .param("ids", all(returned, each -> PastPayments.back(each).id(), Long[]::new))
                .param("payments", all(returned, each -> each.id().value(), Long[]::new))
                .param("subjects", all(returned, Settled::order, Long[]::new))
                .param("minors", all(returned, each -> each.amount().minor(), Long[]::new))
                .param("currencies", all(returned, PastPaymentStore::currency, String[]::new))
                .param(
                        "times",
                        all(returned, each -> PastPayments.back(each).at().toString(), String[]::new))
                .update();
    }

    private static String currency(Settled payment) {
        return payment.amount().currency().getCurrencyCode();
    }

    /** Returns what came in and what went back on a day of UTC. */
    List<Movement> of(LocalDate day) {
        return jdbc.sql("""
                select id as payment, 0 as refund, minor, currency, settled_at as at
                  from payment.payment
                 where provider = :provider
                   and settled_at >= :begin
                   and settled_at < :end
                union all
                select refund.payment, refund.id, refund.minor, refund.currency, refund.done_at
                  from payment.refund
                  join payment.payment on payment.id = refund.payment
                 where payment.provider = :provider
                   and refund.done_at >= :begin
                   and refund.done_at < :end
                """)
                .param("provider", PastProvider.CODE)
                .param("begin", Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .param(
                        "end",
                        Timestamp.from(
                                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query((row, number) -> new Movement(
                        new PaymentId(row.getLong("payment")),
                        row.getLong("refund"),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static <R, T> T[] all(List<R> rows, Function<R, T> of, IntFunction<T[]> array) {
        return rows.stream().map(of).toArray(array);
    }
}
