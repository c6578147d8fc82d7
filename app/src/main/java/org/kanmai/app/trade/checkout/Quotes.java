package org.kanmai.app.trade.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;

/** Answers what something costs now; asking changes nothing. */
@Component
class Quotes {
    private final Catalog catalog;
    private final RecentOffers recent;
    private final Coupons coupons;

    Quotes(Catalog catalog, RecentOffers recent, Coupons coupons) {
        this.catalog = catalog;
        this.coupons = coupons;
        this.recent = recent;
    }

    /** Prices what is asked for as it was offered within the last second; empty where that is not known. */
    Optional<Quote> recent(List<Wish> wishes, Wallet wallet) {
        var offers = recent.find(skus(wishes), wallet.room());
        if (offers.size() < wishes.size()) {
            return Optional.empty();
        }
        refuseSeveralCurrencies(offers);
        return Optional.of(priced(wishes, offers, wallet));
    }

    /** Prices what is asked for as {@link #of} does, empty where that refuses. */
    Optional<Quote> readIfAll(List<Wish> wishes, Wallet wallet) {
        try {
            return Optional.of(of(wishes, wallet));
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }

    /** Prices what is asked for; refuses with 409 {@code not-offered} what can't be bought now, and names it. */
    Quote of(List<Wish> wishes, Wallet wallet) {
        var offers = catalog.offers(skus(wishes), wallet.room());
        recent.remember(offers.values(), wallet.room());
        var gone = skus(wishes).stream().filter(sku -> !offers.containsKey(sku)).toList();
        if (!gone.isEmpty()) {
            throw Refusal.conflict("not-offered", "No longer offered", "Some of this is no longer offered; remove it.")
                    .with("skus", gone);
        }
        refuseSeveralCurrencies(offers);
        return priced(wishes, offers, wallet);
    }

    private Quote priced(List<Wish> wishes, Map<SkuId, Offer> offers, Wallet wallet) {
        var products = offers.values().stream().map(Offer::product).collect(Collectors.toSet());
        var named = wallet.with(coupons.naming(wallet.purse(), products));
        return Pricing.quote(wishes, grouped(wishes, offers, named), named, to(offers, named));
    }

    /** Where nothing hangs on the address it is not looked up. */
    private static @Nullable Region to(Map<SkuId, Offer> offers, Wallet wallet) {
        boolean depends =
                offers.values().stream().anyMatch(offer -> offer.delivery().depends());
        return depends ? wallet.to().region().orElse(null) : null;
    }

    private static Map<SkuId, Offer> grouped(List<Wish> wishes, Map<SkuId, Offer> offers, Wallet wallet) {
        var joining = wallet.joining();
        return joining == null ? offers : GroupOffer.of(joining, wishes, offers);
    }

    /** Returns what a variant costs who buys alone; empty when it can't be bought. */
    Optional<Money> alone(SkuId sku) {
        return Optional.ofNullable(catalog.offers(List.of(sku)).get(sku)).map(Offer::price);
    }

    private static List<SkuId> skus(List<Wish> wishes) {
        return wishes.stream().map(Wish::sku).toList();
    }

    private static void refuseSeveralCurrencies(Map<SkuId, Offer> offers) {
        if (offers.values().stream()
                        .map(offer -> offer.price().currency())
                        .distinct()
                        .count()
                > 1) {
            throw Refusal.conflict(
                    "several-currencies", "Several currencies", "Order what has different currencies one by one.");
        }
    }
}
