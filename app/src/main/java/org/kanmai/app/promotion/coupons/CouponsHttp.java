package org.kanmai.app.promotion.coupons;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.categories.Categories;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.VoucherId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coupons as people see, take and keep them (SF-03). */
@RestController
class CouponsHttp {
    private static final int MOST_SHOWN = 20;
    private static final int MOST_TRIES = 10;
    private static final Duration TRIES_WITHIN = Duration.ofHours(1);

    private final CouponStore coupons;
    private final VoucherStore vouchers;
    private final Taking taking;
    private final Catalog catalog;
    private final Categories categories;
    private final Clock clock;

    CouponsHttp(
            CouponStore coupons,
            VoucherStore vouchers,
            Taking taking,
            Catalog catalog,
            Categories categories,
            Clock clock) {
        this.coupons = coupons;
        this.vouchers = vouchers;
        this.taking = taking;
        this.catalog = catalog;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * A coupon to be taken.
     *
     * @param had whether the viewer has as many as one may
     * @param friends how many must help to have it; 0 for one that is just taken
     */
    record Offered(Coupon coupon, boolean had, int friends) {}

    /** What can be taken for a product, what takes off most first. */
    record Strip(List<Offered> items) {}

    /** A voucher of one's own. */
    record Voucher(VoucherId id, Coupon coupon, State state, Instant takenAt, Instant expiresAt) {}

    /** What has become of it. */
    enum State implements Code {
        FREE,
        LOCKED,
        USED,
        EXPIRED
    }

    /** What is told to have one. */
    record Told(String code) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/coupons")
    Strip strip(@PathVariable ProductId id, Viewer viewer) {
        var product = catalog.product(id).orElseThrow(() -> Refusal.notFound("product"));
        var open = coupons.open(product.shop(), id, path(id), clock.instant(), MOST_SHOWN);
        Set<CouponId> full = viewer.person() == null || open.isEmpty()
                ? Set.of()
                : vouchers.full(
                        viewer.self(),
                        open.stream().map(own -> own.coupon().id()).toList());
        return new Strip(open.stream()
                .map(own -> new Offered(own.coupon(), full.contains(own.coupon().id()), own.friends()))
                .toList());
    }

    private List<Integer> path(ProductId id) {
        return categories.paths(List.of(id)).getOrDefault(id, List.of());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/coupons/{id}/vouchers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable CouponId id, Viewer viewer) {
        taking.takePublic(viewer.self(), id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/vouchers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@RequestBody Told told, Viewer viewer) {
        refuseGuessing(viewer.self());
        taking.takeByCode(viewer.self(), told.code());
        coupons.knew(viewer.self());
    }

    /** Counted before it is looked at, so that many at once are not one. */
    private void refuseGuessing(PersonId person) {
        var now = clock.instant();
        if (coupons.tried(person, now, now.minus(TRIES_WITHIN)) > MOST_TRIES) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-codes",
                    "Too many codes",
                    "These were too many wrong codes; try again in an hour.");
        }
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/vouchers")
    Slice<Voucher> own(Paging paging, Viewer viewer) {
        var now = clock.instant();
        return Slice.of(
                        vouchers.of(viewer.self(), paging),
                        paging,
                        row -> row.id().value())
                .map(row -> new Voucher(row.id(), row.own().coupon(), state(row, now), row.takenAt(), row.expiresAt()));
    }

    private static State state(VoucherStore.Row row, Instant now) {
        if (row.state() == VoucherStore.State.USED) {
            return State.USED;
        }
        if (row.state() == VoucherStore.State.LOCKED) {
            return State.LOCKED;
        }
        return row.expiresAt().isAfter(now) ? State.FREE : State.EXPIRED;
    }
}
