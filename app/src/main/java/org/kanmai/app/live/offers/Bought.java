package org.kanmai.app.live.offers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.identity.regions.Neighbours;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.live.talk.Listeners;
import org.kanmai.app.trade.checkout.OrderedInRoom;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a room what is bought in it: never by whom, and from where only when enough others there have bought too. */
@Component
class Bought {
    /** Of five buyers nobody can say which one it was. */
    static final int ALIKE = 5;

    private static final int MOST_WAITING = 5_000;
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_TOLD = 10;
    private static final int MOST_BUYERS = 2_000;

    private final BoughtStore store;
    private final Neighbours neighbours;
    private final Listeners listeners;
    private final Clock clock;
    private final ArrayBlockingQueue<OrderId> paid = new ArrayBlockingQueue<>(MOST_WAITING);

    Bought(BoughtStore store, Neighbours neighbours, Listeners listeners, Clock clock) {
        this.store = store;
        this.neighbours = neighbours;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** What everybody hears; {@code region} is absent for "somebody". */
    record Line(ProductId product, @Nullable Region region) {}

    @EventListener
    void ordered(OrderedInRoom event) {
        store.add(event, clock.instant());
    }

    /** Paying an order costs no statement more for it; what more wait than there is room for is not told. */
    @TransactionalEventListener
    void moved(OrderMoved moved) {
        if (moved.step() == OrderStep.PAID && !paid.offer(moved.order())) {
            paid.clear();
        }
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        var some = new ArrayList<OrderId>();
        if (paid.drainTo(some, MOST_AT_ONCE) == 0) {
            return;
        }
        store.paid(some, clock.instant()).stream()
                .collect(Collectors.groupingBy(BoughtStore.Row::room))
                .forEach(this::tell);
    }

    private void tell(RoomId room, List<BoughtStore.Row> rows) {
        var buyers = store.buyers(room, MOST_BUYERS);
        var lines = rows.stream()
                .limit(MOST_TOLD)
                .map(row -> new Line(row.product(), region(row.buyer(), buyers)))
                .toList();
        listeners.tell(room, "bought", lines);
    }

    private @Nullable Region region(@Nullable PersonId buyer, List<PersonId> buyers) {
        return buyer == null
                ? null
                : neighbours.shared(buyer, buyers, ALIKE - 1).orElse(null);
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
