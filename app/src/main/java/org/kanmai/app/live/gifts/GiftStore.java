package org.kanmai.app.live.gifts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.gifts.Gift.Kind;
import org.kanmai.app.live.gifts.Gift.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gifts, and how much people have given on a day. */
@Repository
class GiftStore {
    private static final String ALL = """
            id, room, host, giver, kind, pieces, minor, currency, state, made_at, expires_at, payment, reason""";

    private final JdbcClient jdbc;

    GiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what somebody is about to give on a day; false when that would be more than one may. */
    boolean count(PersonId person, LocalDate day, long minor, long most) {
        return jdbc.sql("""
                insert into live.given as had (person, day, minor)
                select :person, :day, :minor
                 where :minor <= :most
                    on conflict (person, day) do update
                   set minor = had.minor + excluded.minor
                 where had.minor + excluded.minor <= :most
                """)
                        .param("person", person.value())
                        .param("day", day)
                        .param("minor", minor)
                        .param("most", most)
                        .update()
                == 1;
    }

    void uncount(PersonId person, LocalDate day, long minor) {
        jdbc.sql("""
                update live.given
                   set minor = greatest(minor - :minor, 0)
                 where person = :person
                   and day = :day
                """)
                .param("person", person.value())
                .param("day", day)
                .param("minor", minor)
                .update();
    }

    void add(Gift gift) {
        jdbc.sql("""
                insert into live.gift (id, room, host, giver, kind, pieces, minor, currency, state, made_at, expires_at)
                values (:id, :room, :host, :giver, :kind, :pieces, :minor, :currency, 'open', :made, :expires)
                """)
                .param("id", gift.id())
                .param("room", gift.room().value())
                .param("host", gift.host().value())
                .param("giver", Objects.requireNonNull(gift.giver()).value())
                .param("kind", gift.kind().code())
                .param("pieces", gift.pieces())
                .param("minor", gift.amount().minor())
                .param("currency", gift.amount().currency().getCurrencyCode())
                .param("made", Timestamp.from(gift.madeAt()))
                .param("expires", Timestamp.from(gift.expiresAt()))
                .update();
    }

    /** Makes a gift paid that waits for this amount in a room that is not over; empty for any other. */
    Optional<Gift> pay(long id, PaymentId payment, Money amount, Instant at) {
        return jdbc.sql("""
                update live.gift
                   set state = 'paid', payment = :payment, paid_at = :at
                  from live.room
                 where gift.id = :id
                   and gift.state = 'open'
                   and gift.minor = :minor
                   and gift.currency = :currency
                   and room.id = gift.room
                   and room.state in ('open', 'live')
                returning gift.id, gift.room, gift.host, gift.giver, gift.kind, gift.pieces, gift.minor, gift.currency, gift.state,
                          gift.made_at, gift.expires_at, gift.payment, gift.reason
                """)
                .param("id", id)
                .param("payment", payment.value())
                .param("minor", amount.minor())
                .param("currency", amount.currency().getCurrencyCode())
                .param("at", Timestamp.from(at))
                .query(GiftStore::read)
                .optional();
    }

    /** Gives a paid gift back, which is held; empty for any other. */
    Optional<Gift> giveBack(long id, PersonId operator, String reason) {
        return jdbc.sql("""
                update live.gift
                   set state = 'returned', returned_by = :operator, reason = :reason
                 where id = :id
                   and state = 'paid'
                returning %s
                """.formatted(ALL))
                .param("id", id)
                .param("operator", operator.value())
                .param("reason", reason)
                .query(GiftStore::read)
                .optional();
    }

    /** Makes one the host's that is held; false for any other. */
    boolean release(long id) {
        return jdbc.sql("update live.gift set state = 'released' where id = :id and state = 'paid'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Returns which are held since before an instant. */
    List<Long> heldSince(Instant before, int most) {
        return jdbc.sql("""
                select id
                  from live.gift
                 where state = 'paid'
                   and paid_at < :before
                 order by paid_at
                 limit :most
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Ends what nobody has paid in time. */
    List<Gift> lapse(Instant now, int most) {
        return jdbc.sql("""
                update live.gift
                   set state = 'lapsed'
                 where id in (select id
                                from live.gift
                               where state = 'open'
                                 and expires_at < :now
                               order by id
                               limit :most
                                 for update skip locked)
                returning %s
                """.formatted(ALL))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(GiftStore::read)
                .list();
    }

    Optional<Gift> find(long id) {
        return jdbc.sql("select %s from live.gift where id = :id".formatted(ALL))
                .param("id", id)
                .query(GiftStore::read)
                .optional();
    }

    List<Gift> of(PersonId giver, Paging paging) {
        return jdbc.sql("""
                select %s
                  from live.gift
                 where giver = :giver
                   and id < :before
                 order by id desc
                 limit :rows
                """.formatted(ALL))
                .param("giver", giver.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(GiftStore::read)
                .list();
    }

    /** A gift as operators see it: with when it was paid, and who gave it back. */
    record Row(
            Gift gift, @Nullable Instant paidAt, @Nullable PersonId returnedBy) {}

    /** Returns gifts that stand so, the newest first. */
    List<Row> in(State state, Paging paging) {
        return jdbc.sql("""
                select %s, paid_at, returned_by
                  from live.gift
                 where state = :state
                   and id < :before
                 order by id desc
                 limit :rows
                """.formatted(ALL))
                .param("state", state.code())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> {
                    var paid = row.getTimestamp("paid_at");
                    var by = row.getObject("returned_by", Long.class);
                    return new Row(
                            read(row, number),
                            paid == null ? null : paid.toInstant(),
                            by == null ? null : new PersonId(by));
                })
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("""
                with gone as (
                         delete from live.given
                          where person = :person)
                update live.gift
                   set giver = null
                 where giver = :person
                """).param("person", person.value()).update();
    }

    private static Gift read(ResultSet row, int number) throws SQLException {
        var giver = row.getObject("giver", Long.class);
        var payment = row.getObject("payment", Long.class);
        return new Gift(
                row.getLong("id"),
                new RoomId(row.getLong("room")),
                new PersonId(row.getLong("host")),
                giver == null ? null : new PersonId(giver),
                Code.parse(Kind.class, row.getString("kind")),
                row.getInt("pieces"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                Code.parse(State.class, row.getString("state")),
                Objects.requireNonNull(row.getTimestamp("made_at")).toInstant(),
                Objects.requireNonNull(row.getTimestamp("expires_at")).toInstant(),
                payment == null ? null : new PaymentId(payment),
                row.getString("reason"));
    }
}
