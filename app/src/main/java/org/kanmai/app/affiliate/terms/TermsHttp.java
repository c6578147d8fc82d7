package org.kanmai.app.affiliate.terms;

import java.util.List;
import java.util.Objects;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a merchant promises to creators for the own products. */
@RestController
class TermsHttp {
    private final CommissionTerms terms;
    private final Pool pool;
    private final Catalog catalog;
    private final Shops shops;

    TermsHttp(CommissionTerms terms, Pool pool, Catalog catalog, Shops shops) {
        this.terms = terms;
        this.pool = pool;
        this.catalog = catalog;
        this.shops = shops;
    }

    /** The steps that a product is to have. */
    record Wanted(List<Ladder.Step> steps) {}

    /** A product in the alliance as its merchant sees it. */
    record Promised(String title, Pool.Outlook terms) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/alliance")
    Slice<Promised> own(Paging paging, Viewer viewer) {
        var shop = shops.of(viewer.self());
        if (shop.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var slice = pool.of(shop.get().id(), paging);
        var titles = catalog.titles(slice.items());
        var outlooks = pool.outlook(slice.items());
        return slice.map(product ->
                new Promised(titles.getOrDefault(product, ""), Objects.requireNonNull(outlooks.get(product))));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/alliance/{id}")
    Pool.Outlook one(@PathVariable ProductId id, Viewer viewer) {
        return terms.outlook(viewer.self(), id);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/shop/alliance/{id}")
    Pool.Outlook promise(@PathVariable ProductId id, @RequestBody Wanted wanted, Viewer viewer) {
        return terms.promise(viewer.self(), id, new Ladder(wanted.steps()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/shop/alliance/{id}/next")
    Pool.Outlook withdraw(@PathVariable ProductId id, Viewer viewer) {
        return terms.withdraw(viewer.self(), id);
    }
}
