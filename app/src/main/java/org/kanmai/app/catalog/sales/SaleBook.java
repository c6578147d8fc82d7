package org.kanmai.app.catalog.sales;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.springframework.stereotype.Component;

/** What is known of flash sales: how they stand, how many units are left, and who had some. */
@Component
public class SaleBook {
    private final SaleStore store;
    private final Clock clock;

    SaleBook(SaleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns a sale as it stands now. */
    public Optional<Sale> find(SaleId id) {
        return store.find(id).map(sale -> sale.at(clock.instant()));
    }

    /** Returns sales as they stand now; those that there never were are left out. */
    public Map<SaleId, Sale> find(Collection<SaleId> some) {
        var now = clock.instant();
        return some.isEmpty()
                ? Map.of()
                : store.find(some).stream().collect(Collectors.toMap(Sale::id, sale -> sale.at(now)));
    }

    /** Returns how many units of a sale can be ordered. */
    public int left(SaleId id) {
        return store.left(id);
    }

    /** Returns all who ever had units of a sale. */
    public List<PersonId> buyers(SaleId id) {
        return store.buyers(id);
    }
}
