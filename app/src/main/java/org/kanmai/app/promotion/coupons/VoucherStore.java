package org.kanmai.app.promotion.coupons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.VoucherId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Coupons that people have, never more than one may. */
@Repository
class VoucherStore {
    private final JdbcClient jdbc;

    VoucherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A voucher, whatever has become of it. */
    record Row(VoucherId id, OwnCoupon own, State state, Instant takenAt, Instant expiresAt) {}

    /** Whether it can be used, waits for friends to help, or is used. */
    enum State implements Code {
        FREE,
        LOCKED,
        USED
    }

    /** Adds one of a coupon that runs; false when it does not, or the person has as many as one may. */
    boolean add(VoucherId id, CouponId coupon, Coupon.Way way, PersonId person, Instant at) {
        return jdbc.sql("""
                insert into promotion.voucher (id, coupon, person, number, most, first, state, taken_at, expires_at)
                select :id, coupon.id, :person, mine.number, coupon.most, coupon.kind = 'first-order', 'free', :at,
                       least(:at::timestamptz + make_interval(hours => coupon.hours::integer), coupon.ends_at)
                  from promotion.coupon
                 cross join lateral (select count(*) + 1 as number
                                       from promotion.voucher
                                      where voucher.coupon = coupon.id
                                        and voucher.person = :person) mine
                 where coupon.id = :coupon
                   and coupon.way = :way
                   and coupon.state = 'open'
                   and coupon.starts_at <= :at
                   and coupon.ends_at > :at
                   and mine.number <= coupon.most
                    on conflict do nothing
                """)
                        .param("id", id.value())
                        .param("coupon", coupon.value())
                        .param("way", way.code())
                        .param("person", person.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Returns what somebody can use now, what expires first in front. */
    List<Row> usable(PersonId person, Instant now, int limit) {
        return jdbc.sql("""
                select voucher.id, voucher.state as standing, voucher.taken_at, voucher.expires_at, %s
                  from promotion.voucher
                  join promotion.coupon on coupon.id = voucher.coupon
                 where voucher.person = :person
                   and voucher.state = 'free'
                   and voucher.expires_at > :now
                 order by voucher.expires_at, voucher.id
                 limit :limit
                """.formatted(CouponStore.COLUMNS))
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(VoucherStore::row)
                .list();
    }

    /** Returns all that somebody ever took, the newest first. */
    List<Row> of(PersonId person, Paging paging) {
        return jdbc.sql("""
                select voucher.id, voucher.state as standing, voucher.taken_at, voucher.expires_at, %s
                  from promotion.voucher
                  join promotion.coupon on coupon.id = voucher.coupon
                 where voucher.person = :person
                   and voucher.id < :before
                 order by voucher.id desc
                 limit :rows
                """.formatted(CouponStore.COLUMNS))
                .param("person", person.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(VoucherStore::row)
                .list();
    }

    /** Returns those coupons of which somebody has as many as one may. */
    Set<CouponId> full(PersonId person, Collection<CouponId> coupons) {
        return new HashSet<>(jdbc.sql("""
                select coupon
                  from promotion.voucher
                 where person = :person
                   and coupon = any(:coupons)
                 group by coupon
                having count(*) >= min(most)
                """)
                .param("person", person.value())
                .param("coupons", coupons.stream().map(CouponId::value).toArray(Long[]::new))
                .query((row, number) -> new CouponId(row.getLong(1)))
                .list());
    }

    /** Uses free vouchers of a person; returns how many of them were. */
    int use(PersonId person, Collection<VoucherId> ids, Instant now) {
        return jdbc.sql("""
                update promotion.voucher
                   set state = 'used'
                 where id = any(:ids)
                   and person = :person
                   and state = 'free'
                   and expires_at > :now
                """)
                .param("ids", ids.stream().map(VoucherId::value).toArray(Long[]::new))
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps a free voucher from being used until it is unlocked. */
    void lock(VoucherId id) {
        jdbc.sql("update promotion.voucher set state = 'locked' where id = :id and state = 'free'")
                .param("id", id.value())
                .update();
    }

    /** Makes a locked voucher free, for as long as its coupon says from now on; false when it is not there. */
    boolean unlock(VoucherId id, Instant at) {
        return jdbc.sql("""
                update promotion.voucher
                   set state = 'free',
                       expires_at = least(:at::timestamptz + make_interval(hours => coupon.hours::integer), coupon.ends_at)
                  from promotion.coupon
                 where voucher.id = :id
                   and voucher.state = 'locked'
                   and coupon.id = voucher.coupon
                """)
                        .param("id", id.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes a locked voucher away; returns whose coupon it was. */
    Optional<CouponId> drop(VoucherId id) {
        return jdbc.sql("delete from promotion.voucher where id = :id and state = 'locked' returning coupon")
                .param("id", id.value())
                .query((row, number) -> new CouponId(row.getLong(1)))
                .optional();
    }

    /** Frees vouchers that no order uses any more. */
    void free(Collection<VoucherId> ids) {
        jdbc.sql("""
                update promotion.voucher
                   set state = 'free'
                 where id = any(:ids)
                   and state = 'used'
                   and not exists (select
                                     from promotion.redemption
                                    where redemption.voucher = voucher.id
                                      and redemption.state <> 'back')
                """)
                .param("ids", ids.stream().map(VoucherId::value).toArray(Long[]::new))
                .update();
    }

    /** Forgets what somebody took and never used. */
    void erase(PersonId person) {
        jdbc.sql("""
                delete from promotion.voucher
                 where person = :person
                   and not exists (select from promotion.redemption where redemption.voucher = voucher.id)
                """).param("person", person.value()).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new VoucherId(row.getLong("id")),
                CouponStore.own(row, number),
                Code.parse(State.class, row.getString("standing")),
                row.getTimestamp("taken_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
