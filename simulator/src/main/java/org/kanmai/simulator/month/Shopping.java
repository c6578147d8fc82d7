package org.kanmai.simulator.month;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.simulator.month.Film.Goods;
import org.kanmai.simulator.month.Page.Order;
import org.kanmai.simulator.month.Page.Place;
import org.kanmai.simulator.month.Page.Visit;

/** Whether a resident opens what an item sells, and how far the order has come by now. */
final class Shopping {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final double WATCHED = 0.57;

    private final Instant end;

    Shopping(Instant end) {
        this.end = end;
    }

    @Nullable
    Visit visit(List<Goods> goods, Instant at, long from, Resident resident, Chance chance) {
        if (goods.isEmpty() || !chance.hits(Rates.OPENED_PRODUCT / WATCHED)) {
            return null;
        }
        var chosen = chance.any(goods);
        long opened = from + chance.between(SECOND, 4 * SECOND);
        boolean ordered = chance.hits(Rates.ORDERED);
        boolean carted = chance.hits(ordered ? 0.5 : Rates.CARTED);
        Long cart = carted ? (Long) (opened + chance.between(3 * SECOND, 20 * SECOND)) : null;
        long decided = (cart == null ? opened : cart) + chance.between(8 * SECOND, MINUTE);
        var order = ordered ? order(chosen, at, decided, resident, chance) : null;
        return new Visit(chosen.ware(), opened, cart, order);
    }

    private Order order(Goods goods, Instant at, long placed, Resident resident, Chance chance) {
        int sku = chance.hits(0.6) ? 0 : chance.below(goods.skus());
        int units = chance.hits(0.13) ? 2 : 1;
        Long paid = chance.hits(Rates.PAID) ? by(at, placed + chance.between(12 * SECOND, 4 * MINUTE)) : null;
        boolean back = chance.hits(Rates.REFUNDED);
        boolean unsent = back && chance.hits(0.5);
        Long shipped = paid == null || unsent ? null : by(at, paid + chance.between(4 * HOUR, 40 * HOUR));
        Long received = shipped == null ? null : by(at, shipped + chance.between(20 * HOUR, 90 * HOUR));
        Long refunded = back ? refunded(at, unsent ? paid : received, chance) : null;
        var carrier = shipped == null ? null : chance.any(Words.NAMES.carriers());
        return new Order(sku, units, placed, paid, shipped, received, refunded, carrier, place(resident, chance));
    }

    private @Nullable Long refunded(Instant at, @Nullable Long after, Chance chance) {
        return after == null ? null : by(at, after + chance.between(HOUR, 30 * HOUR));
    }

    /** Returns a step unless it is still to come. */
    private @Nullable Long by(Instant at, long step) {
        return at.plusMillis(step).isAfter(end.minus(Duration.ofMinutes(1))) ? null : step;
    }

    private static Place place(Resident resident, Chance chance) {
        var names = Words.NAMES;
        var street = chance.any(names.streets()) + " " + (1 + chance.below(188)) + " 号";
        var phone = "1380000%04d".formatted(resident.number() % 10_000);
        return new Place(
                chance.any(names.surnames()) + chance.any(names.given()), phone, chance.any(names.regions()), street);
    }
}
