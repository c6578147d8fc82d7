package org.kanmai.app.catalog.anchors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.content.Works;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which products works show; only products that can be bought are ever shown (EC-04). */
@Component
public class Anchors {
    /** The most products of a work. */
    public static final int MOST = 10;

    private static final int LONGEST_FILM = 600_000;

    private final AnchorStore store;
    private final Catalog catalog;
    private final Shops shops;
    private final Works works;
    private final CartRight right;

    Anchors(AnchorStore store, Catalog catalog, Shops shops, Works works, CartRight right) {
        this.store = store;
        this.catalog = catalog;
        this.shops = shops;
        this.works = works;
        this.right = right;
    }

    /** Returns what each of some works shows, in its creator's order; works without products are left out. */
    public Map<WorkId, List<Anchored>> of(Collection<WorkId> some) {
        var rows = some.isEmpty() ? List.<AnchorStore.Row>of() : store.of(some);
        if (rows.isEmpty()) {
            return Map.of();
        }
        var products = catalog.find(rows.stream().map(AnchorStore.Row::product).collect(Collectors.toSet()));
        var sellers = shops.names(
                products.values().stream().map(product -> product.shop()).collect(Collectors.toSet()));
        var shown = new LinkedHashMap<WorkId, List<Anchored>>();
        for (var row : rows) {
            var product = products.get(row.product());
            if (product != null) {
                var seller = seller(product, sellers);
                shown.computeIfAbsent(row.work(), first -> new ArrayList<>())
                        .add(new Anchored(product, seller, row.atMillis()));
            }
        }
        return shown;
    }

    /** A work that shows a product. */
    public record Pair(WorkId work, ProductId product) {}

    /** Returns what some works show, whether it can be bought now or not. */
    public List<Pair> showing(Collection<WorkId> some) {
        return some.isEmpty()
                ? List.of()
                : store.of(some).stream()
                        .map(row -> new Pair(row.work(), row.product()))
                        .toList();
    }

    /** Returns which works show some products. */
    public List<Pair> shownBy(Collection<ProductId> products) {
        return products.isEmpty() ? List.of() : store.shownBy(products);
    }

    /** Returns so many of the newest works that show something, with what they show. */
    public List<Pair> all(int limit) {
        return store.newest(limit);
    }

    /** Finds products that can be shown by words of their title, the newest first. */
    Slice<AnchorsHttp.Found> search(String words, Paging paging) {
        var found = catalog.search(words, paging);
        var sellers = shops.names(found.items().stream().map(Product::shop).collect(Collectors.toSet()));
        return found.map(product -> new AnchorsHttp.Found(product, seller(product, sellers)));
    }

    private static Anchored.Seller seller(Product product, Map<ShopId, String> names) {
        return new Anchored.Seller(product.shop(), names.getOrDefault(product.shop(), ""));
    }

    /**
     * Puts other products in the place of those that a creator's own work shows.
     *
     * <p>Refuses with 403 {@code no-cart-right} who may not show products; taking all of them away needs no right.
     */
    @Transactional
    void replace(PersonId creator, WorkId work, List<AnchorStore.Row> wanted) {
        if (!works.isBy(creator, work)) {
            throw Refusal.notFound("work");
        }
        check(wanted);
        if (!wanted.isEmpty()) {
            right.require(creator);
        }
        store.remove(work);
        store.add(wanted);
    }

    private void check(List<AnchorStore.Row> wanted) {
        var products = new HashSet<ProductId>(
                wanted.stream().map(AnchorStore.Row::product).toList());
        if (wanted.size() > MOST || products.size() < wanted.size()) {
            throw Refusal.invalid("products", "must be at most " + MOST + ", each once");
        }
        if (wanted.stream().anyMatch(row -> isOutside(row.atMillis()))) {
            throw Refusal.invalid("atMillis", "must be a moment of the film");
        }
        if (catalog.find(products).size() < products.size()) {
            throw Refusal.invalid("products", "must all be listed in an open shop");
        }
    }

    private static boolean isOutside(@org.jspecify.annotations.Nullable Integer moment) {
        return moment != null && (moment < 0 || moment > LONGEST_FILM);
    }
}
