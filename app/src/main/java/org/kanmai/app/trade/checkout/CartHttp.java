package org.kanmai.app.trade.checkout;

import org.kanmai.app.trade.orders.Lead;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.SkuId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One's own cart. */
@RestController
class CartHttp {
    private final Carts carts;

    CartHttp(Carts carts) {
        this.carts = carts;
    }

    /** How many units. */
    record Units(int units) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/cart")
    Cart show(Viewer viewer) {
        return carts.of(viewer.self());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/cart/{sku}")
    Cart put(@PathVariable SkuId sku, @RequestBody Units units, Viewer viewer, Trace trace) {
        carts.put(viewer.self(), new Wish(sku, Wish.units(units.units())), Lead.of(viewer, trace));
        return carts.of(viewer.self());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/cart/{sku}")
    Cart remove(@PathVariable SkuId sku, Viewer viewer) {
        carts.remove(viewer.self(), sku);
        return carts.of(viewer.self());
    }
}
