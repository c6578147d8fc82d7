package org.kanmai.app.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;

/** What can be bought: listed products of open shops, with their prices and what is free of them. */
@Component
public class Catalog {
    private final ProductStore products;
    private final SkuStore skus;
    private final PictureStore pictures;
    private final OfferStore offers;
    private final Shops shops;
    private final Clock clock;

    Catalog(ProductStore products, SkuStore skus, PictureStore pictures, OfferStore offers, Shops shops, Clock clock) {
        this.products = products;
        this.skus = skus;
        this.pictures = pictures;
        this.offers = offers;
        this.shops = shops;
        this.clock = clock;
    }

    /** Returns a product that is listed in an open shop. */
    public Optional<Product> product(ProductId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Returns products that are listed in open shops, in the order asked for; others are left out. */
    public Map<ProductId, Product> find(Collection<ProductId> ids) {
        return inOrder(ids, listed(products.find(ids)));
    }

    /** Returns a shop's listed products, the newest first; none of a closed one. */
    public Slice<Product> of(ShopId shop, Paging paging) {
        var slice = Slice.of(
                products.of(shop, OwnProduct.State.LISTED, paging),
                paging,
                row -> row.id().value());
        return new Slice<>(listed(slice.items()), slice.next());
    }

    /** Returns the products of a shop in any state. */
    public List<ProductId> productsOf(ShopId shop) {
        return products.idsOf(shop);
    }

    /** Returns the titles of products in any state; what does not exist is left out. */
    public Map<ProductId, String> titles(Collection<ProductId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : products.find(ids).stream()
                        .collect(Collectors.toMap(
                                ProductStore.Row::id, row -> row.words().title()));
    }

    /** Returns what is offered of variants; those that can't be ordered now, whatever the reason, are left out. */
    public Map<SkuId, Offer> offers(Collection<SkuId> ids) {
        return offers(ids, null);
    }

    /** Returns what is offered of variants to who buys in a room, at its prices, or in none. */
    public Map<SkuId, Offer> offers(Collection<SkuId> ids, @Nullable RoomId room) {
        return offers.find(ids, room, clock.instant()).stream().collect(Collectors.toMap(Offer::sku, offer -> offer));
    }

    /** Returns listed products of open shops whose title holds some words, the newest first. */
    public Slice<Product> search(String words, Paging paging) {
        var slice = Slice.of(
                products.titled(words, clock.instant(), paging),
                paging,
                row -> row.id().value());
        return new Slice<>(shown(slice.items()), slice.next());
    }

    private List<Product> listed(List<ProductStore.Row> rows) {
        var now = clock.instant();
        var listed = rows.stream().filter(row -> row.isOffered(now)).toList();
        var open = shops.open(
                listed.stream().map(ProductStore.Row::shop).distinct().toList());
        return shown(listed.stream().filter(row -> open.containsKey(row.shop())).toList());
    }

    private List<Product> shown(List<ProductStore.Row> rows) {
        return whole(rows, skus.sold(ids(rows), clock.instant()));
    }

    /** Returns products in any state as their merchant sees them, with their variants and pictures. */
    List<Product> whole(List<ProductStore.Row> rows) {
        return whole(rows, skus.of(ids(rows)));
    }

    private static List<ProductId> ids(List<ProductStore.Row> rows) {
        return rows.stream().map(ProductStore.Row::id).toList();
    }

    private List<Product> whole(List<ProductStore.Row> rows, List<SkuStore.Row> found) {
        var variants = found.stream()
                .collect(Collectors.groupingBy(
                        SkuStore.Row::product, Collectors.mapping(SkuStore.Row::sku, Collectors.toList())));
        var shown = pictures.of(ids(rows));
        return rows.stream()
                .map(row -> new Product(
                        row.id(),
                        row.shop(),
                        row.words().title(),
                        row.words().description(),
                        row.words().options(),
                        variants.getOrDefault(row.id(), List.of()),
                        shown.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<ProductId, Product> inOrder(Collection<ProductId> ids, List<Product> found) {
        var byId = found.stream().collect(Collectors.toMap(Product::id, product -> product));
        var ordered = new LinkedHashMap<ProductId, Product>();
        for (var id : ids) {
            var product = byId.get(id);
            if (product != null) {
                ordered.put(id, product);
            }
        }
        return ordered;
    }
}
