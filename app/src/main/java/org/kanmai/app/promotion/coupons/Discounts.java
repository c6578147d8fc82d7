package org.kanmai.app.promotion.coupons;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kanmai.app.promotion.coupons.Fitting.Fit;
import org.kanmai.app.promotion.coupons.Fitting.Fit.Fits;
import org.kanmai.app.promotion.coupons.Purse.Held;
import org.kanmai.app.promotion.coupons.Saving.Reason;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.VoucherId;

/** What vouchers take off a basket: a pure function; at most one of a shop's in its order and one of the site's in all. */
public final class Discounts {
    /** Of so many that take off most by themselves, all pairs are tried. */
    private static final int TRIED = 8;

    private final Basket basket;
    private final List<Fit> fits;

    private Discounts(Basket basket, Purse purse) {
        this.basket = basket;
        var fitting = new Fitting(basket, purse.standing());
        this.fits = purse.vouchers().stream().map(fitting::of).toList();
    }

    /** Takes off what vouchers allow; the basket holds something. */
    public static Saving of(Basket basket, Purse purse, Choice choice) {
        var discounts = new Discounts(basket, purse);
        return switch (choice) {
            case Choice.Best best -> discounts.saving(discounts.best(), Reason.NOTHING_LEFT);
            case Choice.These these -> discounts.saving(discounts.chosen(these.vouchers()), Reason.NOT_CHOSEN);
        };
    }

    /** The first that is named of each maker. */
    private Spread chosen(List<VoucherId> named) {
        var plan = new LinkedHashMap<Optional<ShopId>, Fits>();
        var fitting = fitting();
        for (var voucher : named) {
            fitting.stream()
                    .filter(fit -> fit.held().id().equals(voucher))
                    .forEach(fit -> plan.putIfAbsent(maker(fit.held()), fit));
        }
        return new Spread(basket, List.copyOf(plan.values()));
    }

    private List<Fits> fitting() {
        return fits.stream()
                .filter(Fits.class::isInstance)
                .map(Fits.class::cast)
                .toList();
    }

    private static Optional<ShopId> maker(Held held) {
        return Optional.ofNullable(held.coupon().shop());
    }

    /** With one shop, all pairs of what takes off most are tried; with several, the site's beside each shop's best. */
    private Spread best() {
        var byMaker = candidates();
        var site = withNone(byMaker.getOrDefault(Optional.<ShopId>empty(), List.of()));
        var shops = byMaker.entrySet().stream()
                .filter(entry -> entry.getKey().isPresent())
                .map(Map.Entry::getValue)
                .toList();
        var best = new Spread(basket, List.of());
        for (var ofShops : plans(shops)) {
            for (var ofSite : site) {
                var tried = new Spread(
                        basket, Stream.concat(ofShops.stream(), ofSite.stream()).toList());
                best = tried.total() > best.total() ? tried : best;
            }
        }
        return best;
    }

    /** One voucher of each coupon, what takes off most in front. */
    private Map<Optional<ShopId>, List<Fits>> candidates() {
        var seen = new HashSet<CouponId>();
        return fitting().stream()
                .filter(fit -> seen.add(fit.held().coupon().id()))
                .sorted(Comparator.comparingLong((Fits fit) -> fit.off().minor())
                        .reversed())
                .collect(groupingBy(fit -> maker(fit.held()), LinkedHashMap::new, toList()));
    }

    private static List<List<Fits>> withNone(List<Fits> some) {
        var all = new ArrayList<List<Fits>>();
        all.add(List.of());
        some.stream().limit(TRIED).forEach(fit -> all.add(List.of(fit)));
        return all;
    }

    private static List<List<Fits>> plans(List<List<Fits>> shops) {
        return shops.size() == 1
                ? withNone(shops.getFirst())
                : List.of(shops.stream().map(List::getFirst).toList());
    }

    private Saving saving(Spread spread, Reason otherwise) {
        var used = new LinkedHashSet<VoucherId>();
        var makers = new HashSet<Optional<ShopId>>();
        spread.parts().forEach(part -> {
            used.add(part.fit().held().id());
            makers.add(maker(part.fit().held()));
        });
        return new Saving(
                spread.offs(),
                spread.parts().stream().flatMap(this::used).toList(),
                near(),
                fits.stream()
                        .flatMap(fit -> refused(fit, used, makers, otherwise))
                        .toList());
    }

    private Stream<Saving.Used> used(Spread.Part part) {
        var byShop = new LinkedHashMap<ShopId, Money>();
        for (int line = 0; line < part.offs().size(); line++) {
            byShop.merge(basket.items().get(line).shop(), part.offs().get(line), Money::plus);
        }
        var held = part.fit().held();
        return byShop.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(entry -> new Saving.Used(
                        held.id(),
                        held.coupon().id(),
                        held.coupon().name(),
                        held.coupon().funder(),
                        entry.getKey(),
                        entry.getValue()));
    }

    private List<Saving.Near> near() {
        return fits.stream()
                .filter(Fit.Nearly.class::isInstance)
                .map(Fit.Nearly.class::cast)
                .map(fit -> new Saving.Near(
                        fit.held().id(),
                        fit.held().coupon().name(),
                        fit.held().coupon().funder(),
                        fit.missing(),
                        fit.off()))
                .toList();
    }

    private static Stream<Saving.Refused> refused(
            Fit fit, Set<VoucherId> used, Set<Optional<ShopId>> makers, Reason otherwise) {
        return switch (fit) {
            case Fit.Nearly nearly -> Stream.of();
            case Fit.Not not -> Stream.of(refused(not.held(), not.reason()));
            case Fits fits ->
                used.contains(fits.held().id())
                        ? Stream.of()
                        : Stream.of(refused(
                                fits.held(), makers.contains(maker(fits.held())) ? Reason.ANOTHER_IS_USED : otherwise));
        };
    }

    private static Saving.Refused refused(Held held, Reason reason) {
        return new Saving.Refused(held.id(), held.coupon().name(), held.coupon().funder(), reason);
    }
}
