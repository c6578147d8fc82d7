package org.kanmai.app.trade.checkout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.promotion.groups.Deal;
import org.kanmai.app.promotion.groups.Joining;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.SkuId;

/** What is offered to a group, in the place of what is offered to one. */
final class GroupOffer {
    private GroupOffer() {}

    /** Returns offers at the price of a deal; refuses with 409 or 422 what can't be bought so. */
    static Map<SkuId, Offer> of(Joining joining, List<Wish> wishes, Map<SkuId, Offer> offers) {
        var deal = joining.deal();
        if (wishes.size() != 1 || !wishes.getFirst().sku().equals(deal.sku())) {
            throw Refusal.invalid("lines", "must be the one variant of the group-buy");
        }
        if (wishes.getFirst().units() > deal.most()) {
            throw Refusal.conflict("over-limit", "More than one may have", "A person can have only so many.")
                    .with("sku", deal.sku());
        }
        var offer = Objects.requireNonNull(offers.get(deal.sku()), "a wish without an offer");
        if (offer.sale() != null
                || !offer.price().currency().equals(deal.price().currency())) {
            throw Refusal.conflict(
                    "group-buy-rests",
                    "Not together just now",
                    "A flash sale of this runs; groups wait until it is over.");
        }
        return Map.of(deal.sku(), lowered(offer, deal));
    }

    private static Offer lowered(Offer offer, Deal deal) {
        return new Offer(
                offer.sku(),
                offer.product(),
                offer.title(),
                offer.options(),
                offer.picture(),
                deal.price(),
                Math.min(offer.free(), deal.left()),
                null,
                offer.shop(),
                offer.shopName(),
                offer.delivery(),
                null);
    }
}
