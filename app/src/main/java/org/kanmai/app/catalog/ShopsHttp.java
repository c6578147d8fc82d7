package org.kanmai.app.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shops and what they sell, for everybody; one's own shop, for merchants. */
@RestController
class ShopsHttp {
    private final Shops shops;
    private final Catalog catalog;

    ShopsHttp(Shops shops, Catalog catalog) {
        this.shops = shops;
        this.catalog = catalog;
    }

    /** A shop to be opened. */
    record NewShop(String name, @Nullable String about) {}

    /** What is to be different; absent parts stay as they are. */
    record ShopChange(
            @Nullable String name,
            @Nullable String about,
            @Nullable String state) {

        Shop.@Nullable State wanted() {
            return switch (state) {
                case null -> null;
                case "open" -> Shop.State.OPEN;
                case "closed" -> Shop.State.CLOSED;
                default -> throw Refusal.invalid("state", "must be open or closed");
            };
        }
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/shops")
    @ResponseStatus(HttpStatus.CREATED)
    Shop open(@RequestBody NewShop wish, Viewer viewer) {
        return shops.open(viewer.self(), wish.name(), wish.about() == null ? "" : wish.about());
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop")
    Shop mine(Viewer viewer) {
        return shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PatchMapping("/api/me/shop")
    Shop change(@RequestBody ShopChange wish, Viewer viewer) {
        return shops.change(viewer.self(), wish.name(), wish.about(), wish.wanted());
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/shops/{id}")
    Shop one(@PathVariable ShopId id) {
        return Optional.ofNullable(shops.find(List.of(id)).get(id)).orElseThrow(() -> Refusal.notFound("shop"));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/shops/{id}/products")
    Slice<Product> products(@PathVariable ShopId id, Paging paging) {
        return catalog.of(id, paging);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}")
    Product product(@PathVariable ProductId id) {
        return catalog.product(id).orElseThrow(() -> Refusal.notFound("product"));
    }
}
