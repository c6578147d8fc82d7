package org.kanmai.app.catalog.sales;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Flash sales (LC-03): planned by merchants, seen by everybody with the server's time. */
@RestController
class SalesHttp {
    private final Sales sales;
    private final SaleStore store;
    private final Shops shops;
    private final Clock clock;

    SalesHttp(Sales sales, SaleStore store, Shops shops, Clock clock) {
        this.sales = sales;
        this.store = store;
        this.shops = shops;
        this.clock = clock;
    }

    /** What a merchant plans. */
    record Wanted(SkuId sku, Money price, int units, int most, Instant startsAt, Instant endsAt) {
        Sales.Plan plan() {
            return new Sales.Plan(sku, price, units, most, startsAt, endsAt);
        }
    }

    /** Sales as they stand at an instant of the server's clock, by which pages count down. */
    record Standing(List<Sale> items, Instant now) {}

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/sales")
    @ResponseStatus(HttpStatus.CREATED)
    Sale plan(@RequestBody Wanted wanted, Viewer viewer) {
        return sales.plan(viewer.self(), wanted.plan(), null);
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/sales")
    Slice<Sale> own(Paging paging, Viewer viewer) {
        var shop = shops.of(viewer.self());
        if (shop.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var slice = Slice.of(
                store.of(shop.get().id(), paging), paging, sale -> sale.id().value());
        return new Slice<>(now(slice.items()).items(), slice.next());
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/sales/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callOff(@PathVariable SaleId id, Viewer viewer) {
        sales.callOff(viewer.self(), id);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/sales/{id}")
    Standing one(@PathVariable SaleId id) {
        return now(List.of(store.find(id).orElseThrow(() -> Refusal.notFound("sale"))));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/sales")
    Standing of(@PathVariable ProductId id) {
        return now(store.planned(id));
    }

    private Standing now(List<Sale> sales) {
        var now = clock.instant();
        return new Standing(sales.stream().map(sale -> sale.at(now)).toList(), now);
    }
}
