package org.kanmai.app.promotion.coupons;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.categories.Categories;
import org.kanmai.app.catalog.categories.Category;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.ShopId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes coupons, stops them and gives them to people; the maker is a shop, or the site when none is named. */
@Component
class CouponDesk {
    private final CouponStore store;
    private final Taking taking;
    private final Catalog catalog;
    private final Shops shops;
    private final Categories categories;
    private final BannedWords banned;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    CouponDesk(
            CouponStore store,
            Taking taking,
            Catalog catalog,
            Shops shops,
            Categories categories,
            BannedWords banned,
            People people,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.taking = taking;
        this.catalog = catalog;
        this.shops = shops;
        this.categories = categories;
        this.banned = banned;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    OwnCoupon make(@Nullable ShopId maker, CouponTerms terms) {
        var now = clock.instant();
        var made = terms.coupon(new CouponId(ids.next()), maker, now);
        refuseForeign(maker, made.coupon());
        if (!banned.in(made.coupon().name()).isEmpty()) {
            throw Refusal.invalid("name", "holds words that are not allowed here");
        }
        try {
            store.add(made, now);
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("code-taken", "The code is taken", "Another coupon has this code; choose another.");
        }
        return made;
    }

    /** A shop's coupon is for its own products, the site's for any that is listed. */
    private void refuseForeign(@Nullable ShopId maker, Coupon coupon) {
        var found = catalog.find(coupon.products());
        boolean own = maker == null
                || found.values().stream().allMatch(product -> product.shop().equals(maker));
        if (!own || found.size() != coupon.products().size()) {
            throw Refusal.invalid("products", "must be listed ones of the shop");
        }
        refuseUnknown(maker, coupon);
    }

    /** Whole shops and categories are the site's to name. */
    private void refuseUnknown(@Nullable ShopId maker, Coupon coupon) {
        if (coupon.shops().isEmpty() && coupon.categories().isEmpty()) {
            return;
        }
        if (maker != null || shops.find(coupon.shops()).size() != coupon.shops().size()) {
            throw Refusal.invalid("shops", "must be shops, and only for a coupon of the site");
        }
        var known = categories.all().stream().map(Category::id).collect(Collectors.toSet());
        if (!known.containsAll(coupon.categories())) {
            throw Refusal.invalid("categories", "must be in the tree of categories");
        }
    }

    @Transactional
    void stop(@Nullable ShopId maker, CouponId id) {
        if (!store.stop(id, maker)) {
            throw Refusal.notFound("coupon");
        }
    }

    /** Gives one to somebody, by handle. */
    @Transactional
    void give(@Nullable ShopId maker, CouponId id, String handle) {
        var coupon = store.find(id)
                .filter(own -> Objects.equals(own.coupon().shop(), maker))
                .orElseThrow(() -> Refusal.notFound("coupon"));
        var person = people.byHandle(handle).orElseThrow(() -> Refusal.notFound("person"));
        taking.take(person.id(), coupon, Coupon.Way.GIVEN);
    }
}
