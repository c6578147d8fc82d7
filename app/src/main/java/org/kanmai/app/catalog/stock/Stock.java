package org.kanmai.app.catalog.stock;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes units off the shelf and puts them back, in the transaction of the order that they are for.
 *
 * <p>Rows stay locked until that transaction ends: take last. A buyer's claim on a sale is locked before any units are.
 */
@Component
public class Stock {
    private static final int STARTS = 1 << 20;

    private final StockStore store;
    private final ClaimStore claims;
    private final TransactionTemplate aside;
    private final Clock clock;

    Stock(StockStore store, ClaimStore claims, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
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

        /** None is taken: the buyer would have more of a sale than one person may. */
        record OverLimit(SkuId sku) implements Taking {}

        /** None is taken, though there are enough: some are not offered any more, or not at this price. */
        record Changed() implements Taking {}
    }

    /**
     * How many units are wanted of a variant, above 0, at the price that it is offered at.
     *
     * @param sale whose price that is; absent outside of sales
     */
    public record Wanted(
            SkuId sku, int units, Money price, @Nullable SaleId sale) {
        Given given() {
            return new Given(sku, units, sale);
        }
    }

    /** Units of a variant that go back to the sale they came from, or onto the shelf. */
    public record Given(SkuId sku, int units, @Nullable SaleId sale) {}

    /** How many units are free of a variant of which more were wanted. */
    public record Shortage(SkuId sku, int free) {}

    /** Takes units of variants as they are offered, all or none; each variant is wanted once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taking take(PersonId buyer, List<Wanted> wanted) {
        var sales = wanted.stream().filter(each -> each.sale() != null).toList();
        for (int number = 0; number < sales.size(); number++) {
            if (!claims.claim(buyer, sales.get(number))) {
                claims.giveBack(buyer, given(sales.subList(0, number)));
                return denied(sales.get(number));
            }
        }
        if (wanted.size() == 1 && !sales.isEmpty() && takeAside(wanted)) {
            return new Taking.Taken();
        }
        return takeInOrder(buyer, wanted, sales.isEmpty());
    }

    /** A sale that is not on any more limits nobody. */
    private Taking denied(Wanted wanted) {
        boolean on = store.offered(List.of(wanted), clock.instant()).contains(wanted.sku());
        return on ? new Taking.OverLimit(wanted.sku()) : new Taking.Changed();
    }

    /** Where nothing was free aside, the locks that looking there may have left must go before rows are waited for in order. */
    private boolean takeAside(List<Wanted> wanted) {
        return Boolean.TRUE.equals(aside.execute(status -> {
            boolean taken = !store.takeAside(wanted, start(), clock.instant()).isEmpty();
            if (!taken) {
                status.setRollbackOnly();
            }
            return taken;
        }));
    }

    private Taking takeInOrder(PersonId buyer, List<Wanted> wanted, boolean fromShelf) {
        var taken = fromShelf ? store.take(wanted, clock.instant()) : takeFromAll(wanted);
        if (taken.size() == wanted.size()) {
            return new Taking.Taken();
        }
        putBack(given(wanted.stream().filter(each -> taken.contains(each.sku())).toList()));
        claims.giveBack(buyer, given(wanted));
        return refused(
                wanted,
                wanted.stream().filter(each -> !taken.contains(each.sku())).toList());
    }

    private Set<SkuId> takeFromAll(List<Wanted> wanted) {
        store.lock(wanted);
        return store.takeLocked(wanted, clock.instant());
    }

    /** Units may have come back since they were not there: that is no change of price. */
    private Taking refused(List<Wanted> wanted, List<Wanted> lacking) {
        var now = clock.instant();
        var free = store.free(wanted, now);
        var few = wanted.stream()
                .filter(each -> free.getOrDefault(each.sku(), 0) < each.units())
                .toList();
        boolean offered = store.offered(lacking, now).size() == lacking.size();
        boolean movedOn = lacking.stream().anyMatch(each -> each.sale() != null) && !offered;
        return movedOn || (few.isEmpty() && !offered)
                ? new Taking.Changed()
                : new Taking.OutOfStock((few.isEmpty() ? lacking : few)
                        .stream()
                                .map(each -> new Shortage(each.sku(), free.getOrDefault(each.sku(), 0)))
                                .toList());
    }

    /** Puts units back that a buyer had taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(PersonId buyer, List<Given> units) {
        claims.giveBack(buyer, units);
        putBack(units);
    }

    /** A bucket of a sale may be poured out while it is waited for: what found no place lies on the shelf then. */
    private void putBack(List<Given> units) {
        if (units.isEmpty()) {
            return;
        }
        Set<SkuId> placed = store.giveBack(units, start());
        var rest = units.stream()
                .filter(each -> !placed.contains(each.sku()))
                .map(each -> new Given(each.sku(), each.units(), null))
                .toList();
        if (!rest.isEmpty()) {
            store.giveBack(rest, 0);
        }
    }

    private static List<Given> given(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::given).toList();
    }

    /** Chance spreads buyers over buckets; nothing depends on where one begins. */
    private static int start() {
        return ThreadLocalRandom.current().nextInt(STARTS);
    }

    /** Says how many units of a variant lie on the shelf from now on. */
    public void put(SkuId sku, int units) {
        store.put(sku, units);
    }

    /** Adds units to those on the shelf, or takes some away when negative; false when that would leave fewer than none, or more than the largest. */
    public boolean add(SkuId sku, int units, int largest) {
        return store.add(sku, units, largest);
    }

    /** How many variants are listed, and of how many of them no unit is free. */
    public record Standing(long variants, long soldOut) {}

    /** Returns how the shelves of a shop stand, or those of all open shops when none is named. */
    public Standing standing(@Nullable ShopId shop) {
        return store.standing(shop);
    }
}
