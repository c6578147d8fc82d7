package org.kanmai.app.trade.messages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeWords;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Says what becomes of orders in the words of their shops, to their buyers. */
@Component
class ShopsWords implements NoticeWords {
    private final Messages messages;
    private final OrderBook orders;
    private final Shops shops;

    ShopsWords(Messages messages, OrderBook orders, Shops shops) {
        this.messages = messages;
        this.orders = orders;
        this.shops = shops;
    }

    @Override
    public Map<Happening, Words> of(Viewer viewer, Collection<Happening> happenings) {
        var occasions = new HashMap<Happening, Occasion>();
        for (var each : happenings) {
            if (each.subject().kind() == NoticeSubject.Kind.ORDER) {
                Occasion.of(each.kind(), each.arguments()).ifPresent(occasion -> occasions.put(each, occasion));
            }
        }
        return occasions.isEmpty() ? Map.of() : words(occasions, own(viewer, occasions.keySet()));
    }

    private Map<Long, OrderRow> own(Viewer viewer, Set<Happening> happenings) {
        var ids = happenings.stream()
                .map(each -> new OrderId(each.subject().id()))
                .collect(Collectors.toSet());
        return orders.own(viewer.self(), ids).stream()
                .collect(Collectors.toMap(order -> order.id().value(), Function.identity()));
    }

    private Map<Happening, Words> words(Map<Happening, Occasion> occasions, Map<Long, OrderRow> own) {
        var sellers = own.values().stream().map(OrderRow::shop).collect(Collectors.toSet());
        var templates = messages.of(sellers);
        var names = templates.isEmpty() ? Map.<ShopId, String>of() : shops.names(templates.keySet());
        var words = new HashMap<Happening, Words>();
        occasions.forEach((happening, occasion) -> Optional.ofNullable(
                        own.get(happening.subject().id()))
                .flatMap(order -> Optional.ofNullable(
                                templates.getOrDefault(order.shop(), Map.of()).get(occasion))
                        .flatMap(template -> filled(template, order, names.get(order.shop()), happening)))
                .ifPresent(each -> words.put(happening, each)));
        return words;
    }

    private static Optional<Words> filled(
            Template template, OrderRow order, @Nullable String shop, Happening happening) {
        return shop == null
                ? Optional.empty()
                : template.filled(new Story(order, shop, happening.arguments()))
                        .map(filled -> new Words(shop, filled.chinese(), filled.english()));
    }
}
