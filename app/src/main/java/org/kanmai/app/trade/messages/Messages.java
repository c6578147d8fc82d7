package org.kanmai.app.trade.messages;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.wording.AdvertisingWords;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.trade.messages.MessageStore.Message;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Keeps what shops tell their buyers, once it is free of what the law or the site forbids and of placeholders that say nothing. */
@Component
class Messages {
    private static final Duration PREVIEWED = Duration.ofDays(365);

    private final MessageStore store;
    private final OrderBook orders;
    private final AdvertisingWords forbidden;
    private final BannedWords banned;
    private final Clock clock;

    Messages(MessageStore store, OrderBook orders, AdvertisingWords forbidden, BannedWords banned, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.forbidden = forbidden;
        this.banned = banned;
        this.clock = clock;
    }

    List<Message> of(ShopId shop) {
        return store.of(List.of(shop));
    }

    /** Keeps a shop's words for an occasion, in place of those it had. */
    Message put(ShopId shop, Occasion occasion, Template wish) {
        var message = new Message(shop, occasion, checked(occasion, wish), clock.instant());
        store.put(message);
        return message;
    }

    private Template checked(Occasion occasion, Template wish) {
        var template = wish.checked(occasion);
        if (!banned.in(template.chinese()).isEmpty()) {
            throw Refusal.invalid("chinese", "holds words that are not allowed here");
        }
        if (!banned.in(template.english()).isEmpty()) {
            throw Refusal.invalid("english", "holds words that are not allowed here");
        }
        forbidden.check(Map.of("chinese", template.chinese(), "english", template.english()));
        return template;
    }

    /** Lets the product's own words stand again. */
    void remove(ShopId shop, Occasion occasion) {
        store.remove(shop, occasion);
    }

    /** A template as the buyer of an order would read it. */
    record Preview(OrderRow order, Template filled) {}

    /** Fills a template from the newest order of its shop that has something to say to each placeholder; empty when there is none. */
    Optional<Preview> preview(Shop shop, Occasion occasion, Template wish) {
        var template = checked(occasion, wish);
        var now = clock.instant();
        return orders.paid(shop.id(), now.minus(PREVIEWED), now.plusSeconds(1), 50).stream()
                .flatMap(order -> template.filled(new Story(order, shop.name(), asIfReturned(order))).stream()
                        .map(filled -> new Preview(order, filled)))
                .findFirst();
    }

    /** A preview about units that come back is as if all of them did. */
    private static Map<String, String> asIfReturned(OrderRow order) {
        var total = order.total();
        return Map.of(
                "minor",
                Long.toString(total.minor()),
                "currency",
                total.currency().getCurrencyCode());
    }

    /** Returns the words of some shops, by occasion. */
    Map<ShopId, Map<Occasion, Template>> of(Set<ShopId> shops) {
        var all = new HashMap<ShopId, Map<Occasion, Template>>();
        store.of(shops)
                .forEach(each -> all.computeIfAbsent(each.shop(), shop -> new HashMap<>())
                        .put(each.occasion(), each.template()));
        return all;
    }
}
