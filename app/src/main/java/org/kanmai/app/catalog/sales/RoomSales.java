package org.kanmai.app.catalog.sales;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.kanmai.app.catalog.Offer;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;

/** Flash sales whose price holds in one room alone, for everybody who buys there. */
@Component
public class RoomSales {
    private static final int MOST = 500;
    private static final int MOST_SHOWN = 100;

    private final Sales sales;
    private final SaleStore store;
    private final Clock clock;

    RoomSales(Sales sales, SaleStore store, Clock clock) {
        this.sales = sales;
        this.store = store;
        this.clock = clock;
    }

    /** What a host offers: some units of a variant at a lower price, from one moment to another. */
    public record Wanted(SkuId sku, Money price, int units, int most, Instant startsAt, Instant endsAt) {}

    /** Refuses what could be no sale of an offer, whosever it is. */
    public void check(Wanted wanted, Offer offer) {
        sales.check(plan(wanted), offer);
    }

    private static Sales.Plan plan(Wanted wanted) {
        return new Sales.Plan(
                wanted.sku(), wanted.price(), wanted.units(), wanted.most(), wanted.startsAt(), wanted.endsAt());
    }

    /** Plans a sale in a room and lays its units aside; refuses as for any sale. */
    public Sale plan(PersonId merchant, RoomId room, Wanted wanted) {
        return sales.plan(merchant, plan(wanted), room);
    }

    /** Returns the sales of all rooms that have not ended, with the units that are left. */
    public List<Sale> standing() {
        var now = clock.instant();
        return store.inRooms(MOST).stream().map(sale -> sale.at(now)).toList();
    }

    /** Returns what a room ever offered, the newest first. */
    public List<Sale> of(RoomId room) {
        var now = clock.instant();
        return store.of(room, MOST_SHOWN).stream().map(sale -> sale.at(now)).toList();
    }

    /** Ends sales whose rooms are over; what is ordered keeps its price. */
    public void end(Collection<Sale> some) {
        sales.callOff(List.copyOf(some));
    }
}
