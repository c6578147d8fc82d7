package org.kanmai.app.affiliate.terms;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Products by which something is earned. */
@Component
public class Pool {
    private final TermsStore store;
    private final Clock clock;

    Pool(TermsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What holds for a product now, and what follows; each absent when there is none. */
    public record Outlook(
            ProductId product,
            @Nullable Terms now,
            @Nullable Terms next) {}

    /** Returns all products by which something is or will be earned, the latest terms first. */
    public Slice<ProductId> all(Paging paging) {
        return Slice.of(store.pool(paging), paging, Terms::id).map(Terms::product);
    }

    /** Returns a shop's own of these. */
    public Slice<ProductId> of(ShopId shop, Paging paging) {
        return Slice.of(store.of(shop, paging), paging, Terms::id).map(Terms::product);
    }

    /** Returns what is and will be earned by products, in the order asked for. */
    public Map<ProductId, Outlook> outlook(Collection<ProductId> products) {
        var now = clock.instant();
        var terms = products.isEmpty() ? List.<Terms>of() : store.from(products, now);
        var outlooks = new LinkedHashMap<ProductId, Outlook>();
        for (var product : products) {
            var own = terms.stream()
                    .filter(each -> each.product().equals(product))
                    .toList();
            var holding =
                    own.stream().filter(each -> each.holdAt(now)).findFirst().orElse(null);
            var next = own.stream()
                    .filter(each -> each.since().isAfter(now))
                    .findFirst()
                    .orElse(null);
            outlooks.put(product, new Outlook(product, holding, next));
        }
        return outlooks;
    }
}
