package org.kanmai.app.promotion.coupons;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.kanmai.app.catalog.categories.Categories;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.VoucherId;
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
    private final Taking taking;
    private final Categories categories;
    private final Clock clock;

    Coupons(
            VoucherStore vouchers,
            CouponStore coupons,
            RedemptionStore redemptions,
            Newcomers newcomers,
            Taking taking,
            Categories categories,
            Clock clock) {
        this.vouchers = vouchers;
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.newcomers = newcomers;
        this.taking = taking;
        this.categories = categories;
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

    /** Returns a purse whose coupons for categories name the products of some that lie in them; without such a coupon nothing is looked up. */
    public Purse naming(Purse purse, Collection<ProductId> products) {
        if (purse.vouchers().stream()
                .allMatch(each -> each.coupon().categories().isEmpty())) {
            return purse;
        }
        var paths = categories.paths(products);
        return new Purse(
                purse.vouchers().stream()
                        .map(each ->
                                new Purse.Held(each.id(), each.coupon().naming(paths), each.left(), each.expiresAt()))
                        .toList(),
                purse.standing());
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

    /** A coupon that friends help to have, and how many of them. */
    public record Friendly(Coupon coupon, int friends) {}

    /** Returns a coupon that friends help to have; 404 for any other. */
    public Friendly friendly(CouponId id) {
        return coupons.find(id)
                .filter(own -> own.way() == Coupon.Way.FRIENDS)
                .map(own -> new Friendly(own.coupon(), own.friends()))
                .orElseThrow(() -> Refusal.notFound("coupon"));
    }

    /** Lays a piece of such a coupon aside for somebody, locked until friends have helped; refuses as taking one does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public VoucherId layAside(PersonId person, CouponId id) {
        var own = coupons.find(id).orElseThrow(() -> Refusal.notFound("coupon"));
        var voucher = taking.take(person, own, Coupon.Way.FRIENDS);
        vouchers.lock(voucher);
        return voucher;
    }

    /** Makes a piece that was laid aside its person's to use; false when it is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean unlock(VoucherId voucher) {
        return vouchers.unlock(voucher, clock.instant());
    }

    /** Lays a piece back that friends have not helped to in time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void layBack(VoucherId voucher) {
        vouchers.drop(voucher).ifPresent(coupons::layBack);
    }

    /**
     * A coupon that its maker hands out, and how many pieces are left of it.
     *
     * @param open whether it can be had now
     */
    public record Handout(Coupon coupon, int pieces, int left, boolean open) {}

    /** Returns a coupon that a shop hands out; 404 for any other. */
    public Handout handout(ShopId shop, CouponId id) {
        return coupons.find(id)
                .filter(own -> own.way() == Coupon.Way.GIVEN
                        && shop.equals(own.coupon().shop()))
                .map(this::handout)
                .orElseThrow(() -> Refusal.notFound("coupon"));
    }

    /** Returns such of some coupons as are handed out. */
    public List<Handout> handouts(Collection<CouponId> ids) {
        return ids.stream()
                .map(coupons::find)
                .flatMap(Optional::stream)
                .map(this::handout)
                .toList();
    }

    private Handout handout(OwnCoupon own) {
        var now = clock.instant();
        boolean open = own.state() == OwnCoupon.State.OPEN
                && !own.coupon().startsAt().isAfter(now)
                && own.coupon().endsAt().isAfter(now);
        return new Handout(own.coupon(), own.pieces(), own.pieces() - own.taken(), open);
    }

    /** Hands a piece of such a coupon to somebody; refuses as taking one does. Locks the coupon's row until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hand(PersonId person, CouponId id) {
        taking.take(person, coupons.find(id).orElseThrow(() -> Refusal.notFound("coupon")), Coupon.Way.GIVEN);
    }

    @EventListener
    void erased(PersonErased event) {
        vouchers.erase(event.person());
        coupons.forgetTries(event.person());
    }
}
