package org.kanmai.app.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider.Charged;
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
    private static final String ALL = COLUMNS + ", made_at, reference, page";

    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A payment with what its provider calls it and where it is paid, both empty where the provider is asked anew. */
    record Kept(Payment payment, Instant madeAt, String reference, String page) {
        Charged charged() {
            return new Charged(payment.id(), reference, payment.amount());
        }
    }

    /** Opens a payment, or finds the open one for the same orders with the same provider. */
    Kept open(Payment wanted, Instant at, Instant askAt) {
        return jdbc.sql("""
                insert into payment.payment
                       (id, buyer, provider, subjects, minors, minor, currency, state, made_at, expires_at, ask_at)
                values (:id, :buyer, :provider, :subjects, :minors, :minor, :currency, 'open', :at, :expiresAt, :askAt)
                on conflict (subjects, provider) where state = 'open' do update
                        set asked = payment.asked
                returning %s
                """.formatted(ALL))
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
                .query(PaymentStore::kept)
                .single();
    }

    /** Keeps what a provider calls a payment and where it is paid, unless that is known. */
    void keep(PaymentId id, PaymentProvider.Page page) {
        jdbc.sql("""
                update payment.payment
                   set reference = :reference, page = :page
                 where id = :id
                   and reference = ''
                """)
                .param("id", id.value())
                .param("reference", page.reference())
                .param("page", page.address().toString())
                .update();
    }

    Optional<Kept> find(PaymentId id) {
        return jdbc.sql("select " + ALL + " from payment.payment where id = :id")
                .param("id", id.value())
                .query(PaymentStore::kept)
                .optional();
    }

    /** Makes a payment settled that is not yet; empty when it is, or the provider has none of that amount. */
    Optional<Payment> settle(String provider, PaymentId id, Money amount, Instant at) {
        return jdbc.sql("""
                update payment.payment
                   set state = 'settled', settled_at = :at, ask_at = null
                 where id = :id
                   and provider = :provider
                   and state <> 'settled'
                   and minor = :minor
                   and currency = :currency
                returning %s
                """.formatted(COLUMNS))
                .param("id", id.value())
                .param("provider", provider)
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .query(PaymentStore::payment)
                .optional();
    }

    void close(String provider, PaymentId id) {
        jdbc.sql("""
                update payment.payment
                   set state = 'closed', ask_at = null
                 where id = :id
                   and provider = :provider
                   and state = 'open'
                """).param("id", id.value()).param("provider", provider).update();
    }

    /** Takes the payments that it is time to ask about, and says when to ask again: each is asked about by one process. */
    List<Kept> due(Instant now, int limit) {
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
                """.formatted(ALL))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(PaymentStore::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                payment(row, number),
                row.getTimestamp("made_at").toInstant(),
                row.getString("reference"),
                row.getString("page"));
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
