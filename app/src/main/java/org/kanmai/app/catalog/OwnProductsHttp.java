package org.kanmai.app.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SkuId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's own products. */
@RestController
class OwnProductsHttp {
    private final Assortment assortment;
    private final ProductStore store;
    private final ShopStore shops;
    private final ProductReviews reviews;

    OwnProductsHttp(Assortment assortment, ProductStore store, ShopStore shops, ProductReviews reviews) {
        this.assortment = assortment;
        this.store = store;
        this.shops = shops;
        this.reviews = reviews;
    }

    /** A variant as it is sent. */
    record NewSku(@Nullable List<String> options, @Nullable String code, Money price, int stock) {
        Variant variant() {
            return new Variant(options == null ? List.of() : options, code == null ? "" : code, price, stock);
        }
    }

    /** A product to be made; without options it has one variant. */
    record NewProduct(
            String title,
            @Nullable String description,
            @Nullable List<String> options,
            List<NewSku> skus) {
        ProductWords words() {
            return new ProductWords(
                    title, description == null ? "" : description, options == null ? List.of() : options);
        }

        List<Variant> variants() {
            return skus.stream().map(NewSku::variant).toList();
        }
    }

    /** What is to be different; absent parts stay as they are. */
    record ProductChange(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> options,
            @Nullable List<NewSku> skus) {

        ProductWords words(Product now) {
            return new ProductWords(
                    title == null ? now.title() : title,
                    description == null ? now.description() : description,
                    options == null ? now.options() : options);
        }

        @Nullable
        List<Variant> variants() {
            return skus == null ? null : skus.stream().map(NewSku::variant).toList();
        }
    }

    /**
     * A variant's new price, or units to add to what is free; both may be absent.
     *
     * @param add below 0 to take units away
     */
    record SkuChange(@Nullable Money price, @Nullable Integer add) {}

    /** From when until when a listed product is shown and sold; absent for at once, and for ever. */
    record Offering(@Nullable Instant from, @Nullable Instant until) {}

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/products")
    @ResponseStatus(HttpStatus.CREATED)
    OwnProduct make(@RequestBody NewProduct wish, Viewer viewer) {
        return one(assortment.draft(viewer.self(), wish.words(), wish.variants()), viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/products")
    Slice<OwnProduct> list(
            @RequestParam(required = false) OwnProduct.@Nullable State state, Paging paging, Viewer viewer) {
        var shop = shops.of(viewer.self());
        if (shop.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var slice = Slice.of(
                store.of(shop.get().id(), state, paging),
                paging,
                row -> row.id().value());
        return new Slice<>(reviews.own(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/products/{id}")
    OwnProduct one(@PathVariable ProductId id, Viewer viewer) {
        var shop = shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("product"));
        var row = store.find(List.of(id)).stream()
                .filter(each -> each.shop().equals(shop.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("product"));
        return reviews.own(List.of(row)).getFirst();
    }

    @Allowed(Allowed.To.MERCHANT)
    @PatchMapping("/api/me/products/{id}")
    OwnProduct change(@PathVariable ProductId id, @RequestBody ProductChange wish, Viewer viewer) {
        var now = one(id, viewer).product();
        assortment.change(viewer.self(), id, wish.words(now), wish.variants());
        return one(id, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/products/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable ProductId id, Viewer viewer) {
        assortment.remove(viewer.self(), id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/products/{id}/submission")
    OwnProduct submit(@PathVariable ProductId id, Viewer viewer) {
        assortment.submit(viewer.self(), id);
        return one(id, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/products/{id}/listing")
    OwnProduct delist(@PathVariable ProductId id, Viewer viewer) {
        assortment.delist(viewer.self(), id);
        return one(id, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/products/{id}/offering")
    OwnProduct offer(@PathVariable ProductId id, @RequestBody Offering wish, Viewer viewer) {
        assortment.offer(viewer.self(), id, wish.from(), wish.until());
        return one(id, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PatchMapping("/api/me/skus/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable SkuId id, @RequestBody SkuChange wish, Viewer viewer) {
        if (wish.price() != null) {
            assortment.price(viewer.self(), id, wish.price());
        }
        if (wish.add() != null) {
            assortment.restock(viewer.self(), id, wish.add());
        }
    }
}
