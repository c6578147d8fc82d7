package org.kanmai.app.trade.orders;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.facts.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens to orders by time alone; several processes may do it beside each other, since each move finds its state once. */
@Component
class OrderClocks {
    private static final Logger log = LoggerFactory.getLogger(OrderClocks.class);
    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 50;

    private final Orders orders;
    private final Sales sales;
    private final OrderMoveStore moves;
    private final Groups groups;
    private final TradeSettings settings;
    private final Clock clock;

    OrderClocks(Orders orders, Sales sales, OrderMoveStore moves, Groups groups, TradeSettings settings, Clock clock) {
        this.orders = orders;
        this.sales = sales;
        this.moves = moves;
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5_000)
    void expire() {
        all(() -> moves.expired(clock.instant(), BATCH), id -> orders.close(id, Closing.EXPIRED));
    }

    /** Groups whose time is over end; what is paid for nothing goes back, and so does what is paid above the price of the group. */
    @Scheduled(fixedDelay = 1_000)
    void endGroups() {
        all(() -> groups.due(BATCH), groups::end);
        all(() -> groups.lost(BATCH), orders::lose);
        all(() -> groups.dear(BATCH), sales::lower);
    }

    @Scheduled(fixedDelay = 60_000)
    void goOn() {
        all(() -> moves.shippedBefore(clock.instant().minus(settings.receiveAfter()), BATCH), orders::receive);
        all(() -> moves.receivedBefore(clock.instant().minus(settings.holdFor()), BATCH), sales::release);
    }

    /** One that fails is left for the next time and stops none of the others. */
    private static <I extends Id> void all(Supplier<List<I>> due, Consumer<I> move) {
        int found = BATCH;
        for (int batch = 0; found == BATCH && batch < MOST_BATCHES; batch++) {
            var ids = due.get();
            ids.forEach(id -> one(id, move));
            found = ids.size();
        }
    }

    private static <I extends Id> void one(I id, Consumer<I> move) {
        try {
            move.accept(id);
        } catch (RuntimeException failure) {
            log.warn("{} {} could not be moved on", id.getClass().getSimpleName(), id, failure);
        }
    }
}
