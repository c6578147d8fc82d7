package org.kanmai.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.search.ProductFinding.Found;
import org.kanmai.app.search.ProductFinding.Hit;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;

/** Answers wishes: finds in the index, then asks the catalog and governance what may be shown and how it is now. */
@Component
class ProductSearch {
    /** So many pages' worth of results are looked at, when many of them turn out not to be so any more. */
    private static final int LOOKS = 4;

    private final ProductCopies copies;
    private final Catalog catalog;
    private final Shops shops;
    private final Governance governance;

    ProductSearch(ProductCopies copies, Catalog catalog, Shops shops, Governance governance) {
        this.copies = copies;
        this.catalog = catalog;
        this.shops = shops;
        this.governance = governance;
    }

    /** One result as it is now. */
    record Result(Hit hit, Product product) {}

    /**
     * Part of a list.
     *
     * @param shops the names of shops that are mentioned
     * @param next where the list goes on; absent at its end
     */
    record Answer(
            List<Result> results,
            long total,
            boolean complete,
            ProductFacets facets,
            Map<ShopId, String> shops,
            @Nullable String next) {
        Answer {
            results = List.copyOf(results);
            shops = Map.copyOf(shops);
        }
    }

    Answer answer(ProductWish wish) {
        boolean complete = copies.isComplete();
        var found = copies.index().look(searcher -> ProductFinding.find(searcher, wish));
        var left = left(found.hits(), wish);
        var results = new ArrayList<Result>();
        int looked = 0;
        for (int looks = 0; looks < LOOKS && results.size() < wish.limit() && looked < left.size(); looks++) {
            int to = Math.min(left.size(), looked + wish.limit());
            results.addAll(asTheyAre(left.subList(looked, to), wish));
            looked = to;
        }
        var shown = results.subList(0, Math.min(results.size(), wish.limit()));
        return new Answer(
                shown, found.total(), complete, found.facets(), names(found, shown), next(left, shown, looked));
    }

    private static List<Hit> left(List<Hit> hits, ProductWish wish) {
        var after = wish.after();
        return after == null
                ? hits
                : hits.stream()
                        .filter(hit -> after.isBefore(hit.place(), hit.product().value()))
                        .toList();
    }

    /** Goes on after the last that was shown, or looked at when none of those can be shown. */
    private static @Nullable String next(List<Hit> left, List<Result> shown, int looked) {
        if (looked == 0) {
            return null;
        }
        var last = shown.isEmpty() ? left.get(looked - 1) : shown.getLast().hit();
        return last.equals(left.getLast()) ? null : last.after().cursor();
    }

    private List<Result> asTheyAre(List<Hit> hits, ProductWish wish) {
        var ids = hits.stream().map(Hit::product).toList();
        var now = catalog.find(ids);
        var approved = governance.shown(
                SubjectKind.PRODUCT, ids.stream().map(ProductId::value).toList());
        var results = new ArrayList<Result>();
        var other = new ArrayList<ProductId>();
        for (var hit : hits) {
            var product = now.get(hit.product());
            if (product == null || !approved.contains(hit.product().value()) || !isMeant(product, wish)) {
                other.add(hit.product());
            } else {
                results.add(new Result(hit, product));
            }
        }
        copies.notice(other);
        return results;
    }

    private static boolean isMeant(Product product, ProductWish wish) {
        return product.skus().stream()
                        .anyMatch(sku -> (!wish.isPriced()
                                || (sku.price().minor() >= wish.minPrice()
                                        && sku.price().minor() <= wish.maxPrice())))
                && (!wish.inStock() || product.skus().stream().anyMatch(sku -> sku.free() > 0));
    }

    private Map<ShopId, String> names(Found found, List<Result> shown) {
        Set<ShopId> ids = shown.stream().map(result -> result.product().shop()).collect(Collectors.toSet());
        found.facets().shops().forEach(each -> ids.add(each.shop()));
        return shops.names(ids);
    }
}
