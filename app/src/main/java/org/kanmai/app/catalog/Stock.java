package org.kanmai.app.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes units off the shelf and puts them back, in the transaction of the order that they are for.
 *
 * <p>Rows stay locked until that transaction ends: take last.
 */
@Component
public class Stock {
    private final StockStore store;

    Stock(StockStore store) {
        this.store = store;
    }

    /** What became of a wish to take units. */
    public sealed interface Taking {
        /** All of them are taken. */
        record Taken() implements Taking {}

        /** None is taken: of these fewer are free than were wanted. */
        record OutOfStock(List<Shortage> shortages) implements Taking {
            public OutOfStock {
                shortages = List.copyOf(shortages);
            }
        }
    }

    /** How many units are free of a variant of which more were wanted. */
    public record Shortage(SkuId sku, int free) {}

    /**
     * Takes units of variants, all or none.
     *
     * @param wanted how many of each, above 0
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taking take(Map<SkuId, Integer> wanted) {
        var taken = store.take(wanted);
        if (taken.size() == wanted.size()) {
            return new Taking.Taken();
        }
        store.giveBack(only(wanted, taken));
        var free = store.free(wanted.keySet());
        return new Taking.OutOfStock(wanted.keySet().stream()
                .filter(sku -> !taken.contains(sku))
                .map(sku -> new Shortage(sku, free.getOrDefault(sku, 0)))
                .toList());
    }

    /** Puts units back that were taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Map<SkuId, Integer> units) {
        store.giveBack(units);
    }

    /** How many variants are listed, and of how many of them no unit is free. */
    public record Standing(long variants, long soldOut) {}

    /** Returns how the shelves of a shop stand, or those of all open shops when none is named. */
    public Standing standing(@Nullable ShopId shop) {
        return store.standing(shop);
    }

    private static Map<SkuId, Integer> only(Map<SkuId, Integer> wanted, Set<SkuId> skus) {
        return wanted.entrySet().stream()
                .filter(each -> skus.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
