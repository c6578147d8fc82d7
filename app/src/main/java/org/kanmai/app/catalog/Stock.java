package org.kanmai.app.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
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

        /** None is taken, though there are enough: some are not offered any more, or not at this price. */
        record Changed() implements Taking {}
    }

    /** How many units are wanted of a variant, above 0, at the price that it is offered at. */
    public record Wanted(SkuId sku, int units, Money price) {}

    /** How many units are free of a variant of which more were wanted. */
    public record Shortage(SkuId sku, int free) {}

    /** Takes units of variants as they are offered, all or none; each variant is wanted once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taking take(List<Wanted> wanted) {
        var taken = store.take(wanted);
        if (taken.size() == wanted.size()) {
            return new Taking.Taken();
        }
        store.giveBack(wanted.stream()
                .filter(each -> taken.contains(each.sku()))
                .collect(Collectors.toMap(Wanted::sku, Wanted::units)));
        return refused(
                wanted,
                wanted.stream().filter(each -> !taken.contains(each.sku())).toList());
    }

    /** Units may have come back since they were not there: that is no change of price. */
    private Taking refused(List<Wanted> wanted, List<Wanted> lacking) {
        var free = store.free(wanted.stream().map(Wanted::sku).toList());
        var few = wanted.stream()
                .filter(each -> free.getOrDefault(each.sku(), 0) < each.units())
                .toList();
        boolean offered = few.isEmpty() && store.offered(lacking).size() == lacking.size();
        return few.isEmpty() && !offered
                ? new Taking.Changed()
                : new Taking.OutOfStock((few.isEmpty() ? lacking : few)
                        .stream()
                                .map(each -> new Shortage(each.sku(), free.getOrDefault(each.sku(), 0)))
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
}
