package org.kanmai.app.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of payments. */
@Repository
class PaymentStore {
    private static final String COLUMNS = "id, buyer, provider, subjects, minors, currency, state, expires_at";

    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a payment, or finds the open one for the same orders with the same provider. */
    Payment open(Payment wanted, Instant at, Instant askAt) {
        return jdbc.sql("""
                insert into payment.payment
                       (id, buyer, provider, subjects, minors, minor, currency, state, made_at, expires_at, ask_at)
                values (:id, :buyer, :provider, :subjects, :minors, :minor, :currency, 'open', :at, :expiresAt, :askAt)
                on conflict (subjects, provider) where state = 'open' do update
                        set asked = payment.asked
                returning %s
                """.formatted(COLUMNS))
                .param("id", wanted.id().value())
                .param("buyer", wanted.buyer().value())
                .param("provider", wanted.provider())
                .param(
                        "subjects",
                        wanted.covers().stream().map(Payment.Cover::subject).toArray(Long[]::new))
                .param(
                        "minors",
                        wanted.covers().stream()
                                .map(cover -> cover.amount().minor())
                                .toArray(Long[]::new))
                .param("minor", wanted.amount().minor())
                .param("currency", wanted.amount().currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .param("expiresAt", Timestamp.from(wanted.expiresAt()))
                .param("askAt", Timestamp.from(askAt))
                .query(PaymentStore::payment)
                .single();
    }

    Optional<Payment> find(PaymentId id) {
        return jdbc.sql("select " + COLUMNS + " from payment.payment where id = :id")
                .param("id", id.value())
                .query(PaymentStore::payment)
                .optional();
    }

    /** Makes a payment settled that is not yet; empty when it is, or there is none of that amount. */
    Optional<Payment> settle(PaymentId id, Money amount, Instant at) {
        return jdbc.sql("""
                update payment.payment
                   set state = 'settled', settled_at = :at, ask_at = null
                 where id = :id
                   and state <> 'settled'
                   and minor = :minor
                   and currency = :currency
                returning %s
                """.formatted(COLUMNS))
                .param("id", id.value())
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .query(PaymentStore::payment)
                .optional();
    }

    void close(PaymentId id) {
        jdbc.sql("""
                update payment.payment
                   set state = 'closed', ask_at = null
                 where id = :id
                   and state = 'open'
                """).param("id", id.value()).update();
    }

    /** Takes the payments that it is time to ask about, and says when to ask again: each is asked about by one process. */
    List<Payment> due(Instant now, int limit) {
        return jdbc.sql("""
                update payment.payment
                   set asked = asked + 1,
                       ask_at = cast(:now as timestamptz) + interval '15 seconds' * (1 << least(asked, 8))
                 where id in (select id
                                from payment.payment
                               where ask_at <= :now
                               order by ask_at
                               limit :limit
                                 for update skip locked)
                returning %s
                """.formatted(COLUMNS))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(PaymentStore::payment)
                .list();
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        var subjects = (Long[]) row.getArray("subjects").getArray();
        var minors = (Long[]) row.getArray("minors").getArray();
        var covers = new ArrayList<Payment.Cover>();
        for (int index = 0; index < subjects.length; index++) {
            covers.add(new Payment.Cover(subjects[index], Money.of(minors[index], row.getString("currency"))));
        }
        return new Payment(
                new PaymentId(row.getLong("id")),
                new PersonId(row.getLong("buyer")),
                row.getString("provider"),
                covers,
                Code.parse(Payment.State.class, row.getString("state")),
                row.getTimestamp("expires_at").toInstant());
    }
}
