package org.kanmai.app.affiliate.terms;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The goods that creators keep at hand; they hear of other terms for these. */
@Component
public class Picks {
    static final int MOST = 500;

    private final PickStore store;
    private final Ids ids;
    private final Clock clock;

    Picks(PickStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Picks a product; a second time changes nothing. */
    @Transactional
    public void pick(PersonId creator, ProductId product) {
        store.lock(creator);
        if (store.count(creator) >= MOST) {
            throw Refusal.conflict("goods-full", "Your goods are full", "Put something back first.");
        }
        store.add(ids.next(), creator, product, clock.instant());
    }

    /** Puts a product back; a second time changes nothing. */
    public void drop(PersonId creator, ProductId product) {
        store.remove(creator, product);
    }

    /** Returns a creator's goods, the latest picked first. */
    public Slice<ProductId> of(PersonId creator, Paging paging) {
        return Slice.of(store.of(creator, paging), paging, PickStore.Row::id).map(PickStore.Row::product);
    }

    /** Returns which of some products a creator has picked. */
    public Set<ProductId> among(PersonId creator, Collection<ProductId> products) {
        return products.isEmpty() ? Set.of() : store.among(creator, products);
    }

    @EventListener
    void erased(PersonErased event) {
        store.removeAll(event.person());
    }
}
