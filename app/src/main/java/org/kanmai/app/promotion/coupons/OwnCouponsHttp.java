package org.kanmai.app.promotion.coupons;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coupons as whoever makes them sees them: merchants those of their shop, operators those of the site. */
@RestController
class OwnCouponsHttp {
    private final CouponStore store;
    private final CouponDesk desk;
    private final Shops shops;

    OwnCouponsHttp(CouponStore store, CouponDesk desk, Shops shops) {
        this.store = store;
        this.desk = desk;
        this.shops = shops;
    }

    /** Who gets one. */
    record Gift(String handle) {}

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/coupons")
    @ResponseStatus(HttpStatus.CREATED)
    OwnCoupon make(@RequestBody CouponTerms terms, Viewer viewer) {
        return desk.make(shop(viewer), terms);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/coupons")
    Slice<OwnCoupon> list(Paging paging, Viewer viewer) {
        return slice(shop(viewer), paging);
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/shop/coupons/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable CouponId id, Viewer viewer) {
        desk.stop(shop(viewer), id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/coupons/{id}/gifts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable CouponId id, @RequestBody Gift gift, Viewer viewer) {
        desk.give(shop(viewer), id, gift.handle());
    }

    private ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/site-coupons")
    @ResponseStatus(HttpStatus.CREATED)
    OwnCoupon makeOfSite(@RequestBody CouponTerms terms) {
        return desk.make(null, terms);
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/site-coupons")
    Slice<OwnCoupon> listOfSite(Paging paging) {
        return slice(null, paging);
    }

    @Allowed(Allowed.To.OPERATOR)
    @DeleteMapping("/api/site-coupons/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopOfSite(@PathVariable CouponId id) {
        desk.stop(null, id);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/site-coupons/{id}/gifts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveOfSite(@PathVariable CouponId id, @RequestBody Gift gift) {
        desk.give(null, id, gift.handle());
    }

    private Slice<OwnCoupon> slice(@Nullable ShopId maker, Paging paging) {
        return Slice.of(
                store.of(maker, paging), paging, own -> own.coupon().id().value());
    }
}
