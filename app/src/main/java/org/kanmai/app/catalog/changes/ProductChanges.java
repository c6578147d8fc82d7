package org.kanmai.app.catalog.changes;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;

/**
 * Tells which products changed since an earlier reading: their words, state, variants, prices, or their shop's name and state.
 *
 * <p>It goes by transaction numbers: all that changed before the oldest transaction which was running at the earlier reading was
 * told then, so nothing is missed however long a transaction takes and whatever the clocks say. Some are told twice.
 */
@Component
public class ProductChanges {
    private static final int PAGE = 1_000;

    private final ChangeStore store;

    ProductChanges(ChangeStore store) {
        this.store = store;
    }

    /** Up to which transaction was read; {@link #BEGINNING} is before all. */
    public record Mark(long transaction) {
        public static final Mark BEGINNING = new Mark(0);

        /** Returns whether this is after another. */
        public boolean isAfter(Mark other) {
            return Long.compareUnsigned(transaction, other.transaction) > 0;
        }
    }

    /** Returns up to where a reading that begins now will have told everything. */
    public Mark now() {
        return new Mark(Long.parseUnsignedLong(store.oldestRunning()));
    }

    /** Tells what changed since a mark, page by page, and returns the mark from which to go on. */
    public Mark follow(Mark since, Consumer<Collection<ProductId>> hearer) {
        var next = now();
        var page = store.after(Long.toUnsignedString(since.transaction), -1, PAGE);
        while (!page.isEmpty()) {
            hearer.accept(page.stream().map(ChangeStore.Change::product).toList());
            var last = page.getLast();
            page = page.size() < PAGE
                    ? List.of()
                    : store.after(last.changedIn(), last.product().value(), PAGE);
        }
        return next;
    }

    /** Returns the ids of listed products above one, in order. */
    public List<ProductId> listedAfter(long product, int limit) {
        return store.listedAfter(product, limit);
    }
}
