package org.kanmai.app.trade.checkout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.trade.orders.Lead;
import org.kanmai.app.trade.orders.OrderFacts;
import org.kanmai.app.trade.orders.OrderLine;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People's carts. */
@Component
class Carts {
    private static final int MOST = 100;

    private final CartStore store;
    private final Catalog catalog;
    private final OrderFacts facts;
    private final Clock clock;

    Carts(CartStore store, Catalog catalog, OrderFacts facts, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.facts = facts;
        this.clock = clock;
    }

    /** Puts so many units of a variant into a cart, in the place of those that are there. */
    @Transactional
    void put(PersonId owner, Wish wish, Lead lead) {
        var offer = catalog.offers(List.of(wish.sku())).get(wish.sku());
        if (offer == null) {
            throw Refusal.conflict("not-offered", "No longer offered", "This can't be bought now.");
        }
        var now = clock.instant();
        boolean first = store.put(owner, new CartStore.Row(wish.sku(), wish.units(), offer.price()), lead, now);
        if (first) {
            refuseTooMany(owner);
            facts.converted(line(offer, wish, lead), Conversion.CARTED, now);
        }
    }

    private void refuseTooMany(PersonId owner) {
        if (store.count(owner) > MOST) {
            throw Refusal.conflict("cart-full", "The cart is full", "Take something out first.");
        }
    }

    private static OrderLine line(Offer offer, Wish wish, Lead lead) {
        var item = new Shown.Item(offer.product(), offer.title(), offer.picture());
        var nothing = offer.price().zero();
        return new OrderLine(
                offer.sku(),
                item,
                offer.options(),
                wish.units(),
                offer.price(),
                offer.sale(),
                null,
                nothing,
                nothing,
                lead);
    }

    /** Shows a cart; what is no longer offered is kept out of the shops' parts and removed by its owner or time. */
    Cart of(PersonId owner) {
        var rows = store.of(owner);
        var offers = catalog.offers(rows.stream().map(CartStore.Row::sku).toList());
        var parts = new LinkedHashMap<ShopId, List<Cart.CartLine>>();
        var sellers = new LinkedHashMap<ShopId, Shown.Seller>();
        for (var row : rows) {
            var offer = offers.get(row.sku());
            if (offer != null) {
                sellers.putIfAbsent(offer.shop(), new Shown.Seller(offer.shop(), offer.shopName()));
                parts.computeIfAbsent(offer.shop(), first -> new ArrayList<>()).add(line(row, offer));
            }
        }
        return new Cart(parts(parts, sellers), offers.size());
    }

    private static List<Cart.ShopPart> parts(
            Map<ShopId, List<Cart.CartLine>> parts, Map<ShopId, Shown.Seller> sellers) {
        return sellers.values().stream()
                .map(seller -> new Cart.ShopPart(seller, parts.getOrDefault(seller.id(), List.of())))
                .toList();
    }

    private static Cart.CartLine line(CartStore.Row row, Offer offer) {
        return new Cart.CartLine(
                row.sku(),
                new Shown.Item(offer.product(), offer.title(), offer.picture()),
                offer.options(),
                row.units(),
                offer.price(),
                row.price(),
                offer.free(),
                offer.free() >= row.units());
    }

    void remove(PersonId owner, SkuId sku) {
        store.remove(owner, List.of(sku));
    }

    @EventListener
    void erased(PersonErased event) {
        store.removeAll(event.person());
    }
}
