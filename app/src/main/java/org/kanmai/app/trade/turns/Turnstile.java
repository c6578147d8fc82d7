package org.kanmai.app.trade.turns;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.sales.SaleBook;
import org.kanmai.app.trade.turns.TurnQueue.Crowd;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.springframework.stereotype.Component;

/**
 * Lets no more buyers of a flash sale at the database than there are units, and some: others wait in the order in which they came,
 * and whom the queue does not hold any more are refused from memory.
 *
 * <p>It only keeps the crowd away: how many units there are, and who has how many, is PostgreSQL's to say. Without Redis all
 * are let in.
 */
@Component
public class Turnstile {
    /** How old what is known of a sale may be. */
    static final Duration LOOK = Duration.ofMillis(200);

    private static final int MARGIN = 8;
    private static final int LARGEST = 1_000;

    private final SaleBook sales;
    private final HeldStore held;
    private final TurnQueue queue;
    private final Clock clock;
    private final Map<SaleId, Look> looks = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<SaleId> looking = ConcurrentHashMap.newKeySet();

    Turnstile(SaleBook sales, HeldStore held, TurnQueue queue, Clock clock) {
        this.sales = sales;
        this.held = held;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What was seen of a sale.
     *
     * @param left units, less those ordered here since
     * @param buyers who had units of it, known once nothing is left or held; absent before
     * @param crowd who is known to its queue while that is full; absent while it is not
     */
    private record Look(
            AtomicInteger left,
            @Nullable Set<PersonId> buyers,
            @Nullable Crowd crowd,
            long atMillis) {
        boolean fresh(long now) {
            return Math.abs(now - atMillis) < LOOK.toMillis();
        }
    }

    /** Asks for a buyer's turn in a running sale; who asks again keeps the place, who does not for a while loses it. */
    public Turn enter(PersonId buyer, SaleId sale) {
        var look = look(sale);
        if (look.buyers() != null) {
            return new Turn.SoldOut(look.buyers().contains(buyer));
        }
        if (look.crowd() != null && !look.crowd().people().contains(buyer.toString())) {
            return new Turn.Full(false);
        }
        int left = look.left().get();
        var turn = queue.enter(buyer, sale, left <= 0 ? 0 : left + MARGIN, clock.instant());
        if (turn instanceof Turn.Full && look.crowd() == null) {
            lookAnew(sale, look);
        }
        return turn;
    }

    /** Takes note that a buyer has ordered: the next one may come, while units are left as far as this process knows. */
    public void ordered(PersonId buyer, SaleId sale) {
        var look = find(sale);
        if (look != null) {
            look.left().decrementAndGet();
        }
        queue.leave(buyer, sale);
    }

    private Look look(SaleId sale) {
        var before = find(sale);
        if (before == null) {
            return keep(sale, seen(sale, null));
        }
        return before.fresh(clock.millis()) ? before : lookAnew(sale, before);
    }

    /** One thread looks, others go on with what was seen before. */
    private Look lookAnew(SaleId sale, Look before) {
        if (!looking.add(sale)) {
            return before;
        }
        try {
            return keep(sale, seen(sale, before));
        } finally {
            looking.remove(sale);
        }
    }

    private @Nullable Look find(SaleId sale) {
        synchronized (looks) {
            return looks.get(sale);
        }
    }

    private Look keep(SaleId sale, Look look) {
        synchronized (looks) {
            looks.put(sale, look);
            var eldest = looks.keySet().iterator();
            while (looks.size() > LARGEST) {
                eldest.next();
                eldest.remove();
            }
        }
        return look;
    }

    /** What is held is counted before what is left: a unit that comes back in between is seen twice, never not at all. */
    private Look seen(SaleId sale, @Nullable Look before) {
        long now = clock.millis();
        int waiting = held.units(sale);
        int left = sales.left(sale);
        if (left + waiting > 0) {
            var crowd = queue.crowd(sale, before == null ? null : before.crowd());
            return new Look(new AtomicInteger(left), null, crowd.orElse(null), now);
        }
        var known = before == null ? null : before.buyers();
        return new Look(new AtomicInteger(), known == null ? Set.copyOf(sales.buyers(sale)) : known, null, now);
    }
}
