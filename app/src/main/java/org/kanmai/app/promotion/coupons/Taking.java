package org.kanmai.app.promotion.coupons;

import java.time.Clock;
import java.time.Instant;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.VoucherId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes coupons: no more pieces than there are, nobody more than one may. */
@Component
class Taking {
    private final CouponStore coupons;
    private final VoucherStore vouchers;
    private final Ids ids;
    private final Clock clock;

    Taking(CouponStore coupons, VoucherStore vouchers, Ids ids, Clock clock) {
        this.coupons = coupons;
        this.vouchers = vouchers;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void takePublic(PersonId person, CouponId id) {
        var coupon = coupons.find(id)
                .filter(own -> own.way() == Coupon.Way.PUBLIC)
                .orElseThrow(() -> Refusal.notFound("coupon"));
        take(person, coupon, Coupon.Way.PUBLIC);
    }

    @Transactional
    void takeByCode(PersonId person, String code) {
        var coupon = coupons.coded(code.strip()).orElseThrow(() -> Refusal.notFound("coupon"));
        take(person, coupon, Coupon.Way.CODE);
    }

    /** The coupon's row is locked last, so that who is refused for another reason holds up nobody. */
    VoucherId take(PersonId person, OwnCoupon own, Coupon.Way way) {
        var id = own.coupon().id();
        var now = clock.instant();
        var voucher = new VoucherId(ids.next());
        if (!vouchers.add(voucher, id, way, person, now)) {
            throw runs(own, way, now) ? full() : over();
        }
        if (!coupons.take(id)) {
            throw Refusal.conflict("coupons-taken", "All are taken", "Others were faster: no piece of this is left.");
        }
        return voucher;
    }

    private static boolean runs(OwnCoupon own, Coupon.Way way, Instant now) {
        return own.way() == way
                && own.state() == OwnCoupon.State.OPEN
                && !own.coupon().startsAt().isAfter(now)
                && own.coupon().endsAt().isAfter(now);
    }

    private static Refusal full() {
        return Refusal.conflict("coupon-had", "You have it", "A person can have only so many of this coupon.");
    }

    private static Refusal over() {
        return Refusal.conflict(
                "coupon-over", "Not on now", "This coupon can't be taken now: it has ended, or not begun.");
    }
}
