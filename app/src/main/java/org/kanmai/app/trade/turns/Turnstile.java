package org.kanmai.app.trade.turns;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.sales.SaleBook;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.springframework.stereotype.Component;

/**
 * Lets no more buyers of a flash sale at the database than there are units, and some: others wait in the order in which they came.
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

    Turnstile(SaleBook sales, HeldStore held, TurnQueue queue, Clock clock) {
        this.sales = sales;
        this.held = held;
        this.queue = queue;
        this.clock = clock;
    }

    /** What was seen of a sale; its buyers are known once nothing is left of it, and absent before. */
    private record Look(int left, int held, @Nullable Set<PersonId> buyers, long atMillis) {
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
        int room = look.left() == 0 ? 0 : look.left() + Math.max(MARGIN, look.left() / 4);
        return queue.enter(buyer, sale, room, clock.instant());
    }

    /** Takes note that a buyer has ordered: the next one may come. */
    public void ordered(PersonId buyer, SaleId sale) {
        queue.leave(buyer, sale);
    }

    /** One thread looks anew, others go on with what was seen before. */
    private Look look(SaleId sale) {
        long now = clock.millis();
        Look before;
        synchronized (looks) {
            before = looks.get(sale);
            if (before != null && before.fresh(now)) {
                return before;
            }
            if (before != null) {
                looks.put(sale, new Look(before.left(), before.held(), before.buyers(), now));
            }
        }
        var seen = seen(sale, before, now);
        synchronized (looks) {
            looks.put(sale, seen);
            var eldest = looks.keySet().iterator();
            while (looks.size() > LARGEST) {
                eldest.next();
                eldest.remove();
            }
        }
        return seen;
    }

    /** What is held is counted before what is left: a unit that comes back in between is seen twice, never not at all. */
    private Look seen(SaleId sale, @Nullable Look before, long now) {
        int waiting = held.units(sale);
        int left = sales.left(sale);
        if (left + waiting > 0) {
            return new Look(left, waiting, null, now);
        }
        var known = before == null ? null : before.buyers();
        return new Look(0, 0, known == null ? Set.copyOf(sales.buyers(sale)) : known, now);
    }
}
