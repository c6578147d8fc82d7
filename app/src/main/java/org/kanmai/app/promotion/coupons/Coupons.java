package org.kanmai.app.promotion.coupons;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Uses coupons for orders, in the transactions of the orders: held when placed, spent when paid, given back when it comes to nothing. */
@Component
public class Coupons {
    private final VoucherStore vouchers;
    private final CouponStore coupons;
    private final RedemptionStore redemptions;
    private final Newcomers newcomers;
    private final Clock clock;

    Coupons(VoucherStore vouchers, CouponStore coupons, RedemptionStore redemptions, Newcomers newcomers, Clock clock) {
        this.vouchers = vouchers;
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.newcomers = newcomers;
        this.clock = clock;
    }

    /** Returns what somebody can use now. */
    public Purse purse(PersonId person) {
        var held = vouchers.usable(person, clock.instant(), Choice.MOST).stream()
                .map(Coupons::held)
                .toList();
        boolean asks = held.stream().anyMatch(each -> each.coupon().kind() == Coupon.Kind.FIRST_ORDER);
        return new Purse(held, asks && newcomers.newcomer(person) ? Purse.Standing.NEWCOMER : Purse.Standing.CUSTOMER);
    }

    private static Purse.Held held(VoucherStore.Row row) {
        var own = row.own();
        return new Purse.Held(row.id(), own.coupon(), own.budget().minus(own.held()), row.expiresAt());
    }

    /**
     * Uses vouchers of a buyer for orders that are being placed; refuses with 409 {@code coupon-gone} when one is used or
     * over by now, or its budget is. Locks coupons until the transaction ends: call it shortly before the stock is taken.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redeem(PersonId buyer, List<Redemption> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        var ids = wanted.stream().map(Redemption::voucher).distinct().toList();
        var now = clock.instant();
        if (vouchers.use(buyer, ids, now) != ids.size()) {
            throw gone();
        }
        var offs = new TreeMap<Long, Money>();
        wanted.forEach(each -> offs.merge(each.coupon().value(), each.off(), Money::plus));
        coupons.lock(offs.keySet().stream().map(CouponId::new).toList());
        offs.forEach((coupon, off) -> hold(new CouponId(coupon), off));
        redemptions.add(wanted, now);
    }

    private void hold(CouponId coupon, Money off) {
        if (!coupons.hold(coupon, off)) {
            throw gone();
        }
    }

    private static Refusal gone() {
        return Refusal.conflict(
                "coupon-gone",
                "The coupon is gone",
                "Nothing was ordered: a coupon is used or used up by now; look at the price without it.");
    }

    /** Remembers that an order is paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(OrderId order) {
        redemptions.spend(order);
    }

    /** Gives back what was taken off an order that is closed or refunded; a second time changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(OrderId order) {
        var back = redemptions.giveBack(order);
        back.forEach(each -> coupons.hold(each.coupon(), each.off().negated()));
        if (!back.isEmpty()) {
            vouchers.free(back.stream().map(Redemption::voucher).toList());
        }
    }

    @EventListener
    void erased(PersonErased event) {
        vouchers.erase(event.person());
    }
}
