package org.kanmai.app.catalog.freight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.freight.FreightStore.OfProduct;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What merchants say of their freight and their warehouses. Whoever changes anything locks the shop first, then products. */
@Component
class Freight {
    private static final int MOST_SCHEMES = 20;
    private static final int MOST_WAREHOUSES = 20;
    private static final int HEAVIEST = 1_000_000;

    private final FreightStore store;
    private final WarehouseStore warehouses;
    private final Shops shops;
    private final Ids ids;
    private final Clock clock;

    Freight(FreightStore store, WarehouseStore warehouses, Shops shops, Ids ids, Clock clock) {
        this.store = store;
        this.warehouses = warehouses;
        this.shops = shops;
        this.ids = ids;
        this.clock = clock;
    }

    /** A shop's schemes, and the one that holds for products that name none; absent when these are sent free of charge. */
    record Kept(List<FreightScheme> schemes, @Nullable String standard) {
        Kept {
            schemes = List.copyOf(schemes);
        }
    }

    Kept of(PersonId merchant) {
        return kept(shop(merchant));
    }

    private Kept kept(ShopId shop) {
        return new Kept(store.of(shop), store.standard(shop).orElse(null));
    }

    /** Keeps a scheme under an id of the shop's, or as a new one. */
    @Transactional
    Kept save(PersonId merchant, @Nullable String id, FreightScheme wanted) {
        var shop = locked(merchant);
        var others = new ArrayList<>(store.of(shop));
        if (!others.removeIf(each -> each.id().equals(id)) && id != null) {
            throw Refusal.notFound("scheme");
        }
        if (others.size() >= MOST_SCHEMES) {
            throw Refusal.conflict("too-many-schemes", "Enough schemes", "A shop has at most 20 freight schemes.");
        }
        if (others.stream().anyMatch(each -> each.name().equals(wanted.name()))) {
            throw Refusal.conflict("name-taken", "The name is taken", "Another scheme has this name.");
        }
        var named = id == null ? Long.toString(ids.next()) : id;
        store.save(
                shop,
                new FreightScheme(named, wanted.name(), wanted.basis(), wanted.currency(), wanted.rates()),
                clock.instant());
        return kept(shop);
    }

    /** Removes a scheme; products that named it have the shop's, or none. */
    @Transactional
    Kept remove(PersonId merchant, String id) {
        var shop = locked(merchant);
        refuseUnknown(shop, id);
        store.remove(id);
        return kept(shop);
    }

    /** Makes a scheme hold for all products that name none; absent for free of charge. */
    @Transactional
    Kept standard(PersonId merchant, @Nullable String id) {
        var shop = locked(merchant);
        refuseUnknown(shop, id);
        store.standard(shop, id);
        return kept(shop);
    }

    OfProduct of(PersonId merchant, ProductId product) {
        return store.of(shop(merchant), product).orElseThrow(() -> Refusal.notFound("product"));
    }

    @Transactional
    OfProduct put(PersonId merchant, ProductId product, OfProduct wanted) {
        var shop = locked(merchant);
        if (wanted.grams() < 0 || wanted.grams() > HEAVIEST) {
            throw Refusal.invalid("grams", "must be 0-" + HEAVIEST);
        }
        if (store.of(shop, product).isEmpty()) {
            throw Refusal.notFound("product");
        }
        refuseUnknown(shop, wanted.scheme());
        if (!store.put(shop, product, wanted)) {
            throw Refusal.notFound("product");
        }
        return wanted;
    }

    List<Warehouse> warehouses(PersonId merchant) {
        return warehouses.of(shop(merchant));
    }

    /** A warehouse as it is sent; absent ids are of new ones. */
    record Wanted(@Nullable String id, Warehouse warehouse) {}

    /** Puts all of a shop's warehouses in an order; those left out are gone, but orders that name them keep them. */
    @Transactional
    List<Warehouse> put(PersonId merchant, List<Wanted> wanted) {
        var shop = locked(merchant);
        var known = warehouses.of(shop).stream().map(Warehouse::id).collect(Collectors.toSet());
        var named = wanted.stream().map(Wanted::id).filter(Objects::nonNull).toList();
        if (wanted.size() > MOST_WAREHOUSES
                || named.stream().distinct().count() < named.size()
                || wanted.stream().map(each -> each.warehouse.name()).distinct().count() < wanted.size()) {
            throw Refusal.invalid("items", "must be at most " + MOST_WAREHOUSES + ", no two the same");
        }
        if (!known.containsAll(named)) {
            throw Refusal.notFound("warehouse");
        }
        warehouses.clear(shop);
        for (int place = 0; place < wanted.size(); place++) {
            var each = wanted.get(place);
            var id = each.id == null ? Long.toString(ids.next()) : each.id;
            warehouses.put(shop, place, new Warehouse(id, each.warehouse.name(), each.warehouse.regions()));
        }
        return warehouses.of(shop);
    }

    private void refuseUnknown(ShopId shop, @Nullable String id) {
        if (id != null && store.of(shop).stream().noneMatch(each -> each.id().equals(id))) {
            throw Refusal.notFound("scheme");
        }
    }

    private ShopId locked(PersonId merchant) {
        var shop = shop(merchant);
        store.lock(shop);
        return shop;
    }

    private ShopId shop(PersonId merchant) {
        return shops.of(merchant).orElseThrow(() -> Refusal.notFound("shop")).id();
    }
}
