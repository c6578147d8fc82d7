package org.kanmai.app.catalog.freight;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.freight.FreightStore.OfProduct;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Freight and warehouses of one's own shop. */
@RestController
class FreightHttp {
    private final Freight freight;

    FreightHttp(Freight freight) {
        this.freight = freight;
    }

    /** A scheme as it is sent. */
    record NewScheme(String name, FreightBasis basis, String currency, List<FreightRate> rates) {
        FreightScheme scheme() {
            return new FreightScheme("0", name, basis, money(), rates);
        }

        private Currency money() {
            try {
                return Currency.getInstance(currency);
            } catch (IllegalArgumentException unknown) {
                throw Refusal.invalid("currency", "must be a currency of ISO 4217");
            }
        }
    }

    /** Which scheme holds for products that name none; absent for free of charge. */
    record Standard(@Nullable String scheme) {}

    /** A warehouse as it is sent; without an id it is a new one. */
    record NewWarehouse(@Nullable String id, String name, List<Region> regions) {
        Freight.Wanted wanted() {
            return new Freight.Wanted(id == null ? null : known(id, "warehouse"), new Warehouse("0", name, regions));
        }
    }

    /** All warehouses of a shop, in the order in which they are asked. */
    record Warehouses<T>(List<T> items) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/freight")
    Freight.Kept list(Viewer viewer) {
        return freight.of(viewer.self());
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/freight")
    @ResponseStatus(HttpStatus.CREATED)
    Freight.Kept add(@RequestBody NewScheme wish, Viewer viewer) {
        return freight.save(viewer.self(), null, wish.scheme());
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/shop/freight/{id}")
    Freight.Kept change(@PathVariable String id, @RequestBody NewScheme wish, Viewer viewer) {
        return freight.save(viewer.self(), known(id, "scheme"), wish.scheme());
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/shop/freight/{id}")
    Freight.Kept remove(@PathVariable String id, Viewer viewer) {
        return freight.remove(viewer.self(), known(id, "scheme"));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/shop/standard-freight")
    Freight.Kept standard(@RequestBody Standard wish, Viewer viewer) {
        return freight.standard(viewer.self(), wish.scheme() == null ? null : known(wish.scheme(), "scheme"));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/products/{id}/freight")
    OfProduct ofProduct(@PathVariable ProductId id, Viewer viewer) {
        return freight.of(viewer.self(), id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/products/{id}/freight")
    OfProduct put(@PathVariable ProductId id, @RequestBody OfProduct wish, Viewer viewer) {
        var scheme = wish.scheme() == null ? null : known(wish.scheme(), "scheme");
        return freight.put(viewer.self(), id, new OfProduct(scheme, wish.grams()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/warehouses")
    Warehouses<Warehouse> warehouses(Viewer viewer) {
        return new Warehouses<>(freight.warehouses(viewer.self()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/shop/warehouses")
    Warehouses<Warehouse> put(@RequestBody Warehouses<NewWarehouse> wish, Viewer viewer) {
        var wanted = wish.items().stream().map(NewWarehouse::wanted).toList();
        return new Warehouses<>(freight.put(viewer.self(), wanted));
    }

    private static String known(String sent, String what) {
        if (!sent.matches("[0-9]{1,18}")) {
            throw Refusal.notFound(what);
        }
        return sent;
    }
}
