package org.kanmai.app.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;

/** What a merchant has, in any state but removed. */
@Component
public class OwnProducts {
    private static final int PART = 500;

    private final ProductStore products;
    private final ProductReviews reviews;
    private final ShopStore shops;

    OwnProducts(ProductStore products, ProductReviews reviews, ShopStore shops) {
        this.products = products;
        this.reviews = reviews;
        this.shops = shops;
    }

    /** Returns one of a merchant's products. */
    public Optional<OwnProduct> find(PersonId merchant, ProductId id) {
        var shop = shops.of(merchant);
        return products.find(List.of(id)).stream()
                .filter(row -> shop.isPresent() && row.shop().equals(shop.get().id()))
                .filter(row -> row.state() != OwnProduct.State.REMOVED)
                .findFirst()
                .map(row -> reviews.own(List.of(row)).getFirst());
    }

    /** Returns all of a merchant's products, or those in a state, the newest first. */
    public List<OwnProduct> all(PersonId merchant, OwnProduct.@Nullable State state) {
        var shop = shops.of(merchant);
        if (shop.isEmpty()) {
            return List.of();
        }
        var ids = products.idsOf(shop.get().id());
        var all = new ArrayList<OwnProduct>(ids.size());
        for (int from = 0; from < ids.size(); from += PART) {
            var rows = products.find(ids.subList(from, Math.min(ids.size(), from + PART))).stream()
                    .filter(row -> row.state() != OwnProduct.State.REMOVED)
                    .filter(row -> state == null || row.state() == state)
                    .sorted((one, other) ->
                            Long.compare(other.id().value(), one.id().value()))
                    .toList();
            all.addAll(reviews.own(rows));
        }
        return all;
    }
}
