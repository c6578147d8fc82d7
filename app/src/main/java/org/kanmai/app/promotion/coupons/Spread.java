package org.kanmai.app.promotion.coupons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kanmai.app.promotion.coupons.Fitting.Fit.Fits;
import org.kanmai.facts.Money;

/** Spreads what vouchers take off over the lines of a basket, so that something is left to pay of every line. */
final class Spread {
    private final Basket basket;
    private final List<Part> parts = new ArrayList<>();

    /** The shops' vouchers first, then the site's. */
    Spread(Basket basket, List<Fits> plan) {
        this.basket = basket;
        plan.stream().filter(fit -> fit.held().coupon().shop() != null).forEach(this::take);
        plan.stream().filter(fit -> fit.held().coupon().shop() == null).forEach(this::take);
    }

    /** What one voucher takes off each line. */
    record Part(Fits fit, List<Money> offs) {
        Part {
            offs = List.copyOf(offs);
        }
    }

    /** Returns those vouchers that take something off, and what. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Returns what all of them take off together, in minor units. */
    long total() {
        return parts.stream()
                .flatMap(part -> part.offs.stream())
                .mapToLong(Money::minor)
                .sum();
    }

    /** Returns what is taken off each line, by whom. */
    List<Saving.Off> offs() {
        var offs = new ArrayList<Saving.Off>();
        for (int line = 0; line < basket.items().size(); line++) {
            offs.add(new Saving.Off(off(line, Coupon.Funder.SHOP), off(line, Coupon.Funder.SITE)));
        }
        return offs;
    }

    private Money off(int line, Coupon.Funder funder) {
        var nothing = basket.items().get(line).amount().zero();
        return parts.stream()
                .filter(part -> part.fit.held().coupon().funder() == funder)
                .map(part -> part.offs.get(line))
                .reduce(nothing, Money::plus);
    }

    private void take(Fits fit) {
        var rooms = rooms(fit.held().coupon());
        long room = rooms.stream().mapToLong(Long::longValue).sum();
        long off = Math.min(fit.off().minor(), room);
        if (off > 0) {
            var amount = new Money(off, fit.off().currency());
            parts.add(new Part(
                    fit, amount.split(rooms.stream().mapToLong(Long::longValue).toArray())));
        }
    }

    /** What can still be taken off each line: all but one minor unit, and nothing where the voucher is not for it. */
    private List<Long> rooms(Coupon coupon) {
        var rooms = new ArrayList<Long>(Collections.nCopies(basket.items().size(), 0L));
        for (int line = 0; line < rooms.size(); line++) {
            var item = basket.items().get(line);
            if (coupon.isFor(item)) {
                int place = line;
                long taken = parts.stream()
                        .mapToLong(part -> part.offs.get(place).minor())
                        .sum();
                rooms.set(line, Math.max(0, item.amount().minor() - taken - 1));
            }
        }
        return rooms;
    }
}
