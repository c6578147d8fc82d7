package org.kanmai.app.trade.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.promotion.sharing.Sharing;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells buyers and shops what became of orders, a moment after it did. The order's own row says what is still to be told,
 * so that buying costs no statement more and a crash loses nothing.
 */
@Component
class OrderNews {
    private static final int BATCH = 100;

    private final OrderNewsStore store;
    private final Shops shops;
    private final Notices notices;
    private final Sharing sharing;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    OrderNews(
            OrderNewsStore store,
            Shops shops,
            Notices notices,
            Sharing sharing,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.store = store;
        this.shops = shops;
        this.notices = notices;
        this.sharing = sharing;
        this.events = events;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 500)
    void tell() {
        int taken = BATCH;
        while (taken == BATCH) {
            taken = batch();
        }
    }

    private int batch() {
        var taken = transactions.execute(status -> {
            var orders = store.take(BATCH);
            if (!orders.isEmpty()) {
                notices.tell(tellings(orders));
                orders.forEach(this::tell);
            }
            return orders.size();
        });
        return taken == null ? 0 : taken;
    }

    private void tell(OrderTold order) {
        if (order.paidNow() != null) {
            sharing.bought(order.buyer(), List.of(order.shop()));
        }
        events.publishEvent(order);
    }

    private List<Telling> tellings(List<OrderTold> orders) {
        var owners = owners(orders);
        var tellings = new ArrayList<Telling>();
        for (var order : orders) {
            for (var step : order.steps()) {
                tellings.add(Telling.of(
                        order.buyer(),
                        toBuyer(step),
                        NoticeSubject.order(order.order()),
                        "order:" + order.order() + ":" + step));
                var kind = toShop(step);
                var owner = owners.get(order.shop());
                if (kind != null && owner != null) {
                    tellings.add(Telling.of(
                            owner, kind, NoticeSubject.sale(order.order()), "sale:" + order.order() + ":" + step));
                }
            }
        }
        return tellings;
    }

    private Map<ShopId, PersonId> owners(List<OrderTold> orders) {
        return shops.find(orders.stream().map(OrderTold::shop).collect(Collectors.toSet())).values().stream()
                .filter(shop -> shop.owner() != null)
                .collect(Collectors.toMap(Shop::id, shop -> shop.owner().id()));
    }

    private static NoticeKind toBuyer(String step) {
        return switch (step) {
            case "placed" -> NoticeKind.ORDER_PLACED;
            case "paid" -> NoticeKind.ORDER_PAID;
            case "shipped" -> NoticeKind.ORDER_SHIPPED;
            case "received" -> NoticeKind.ORDER_RECEIVED;
            case "closed" -> NoticeKind.ORDER_CLOSED;
            case "refunded", "cancelled" -> NoticeKind.ORDER_REFUNDED;
            default -> throw new IllegalArgumentException("no step of an order: " + step);
        };
    }

    private static @Nullable NoticeKind toShop(String step) {
        return switch (step) {
            case "paid" -> NoticeKind.SALE_PAID;
            case "cancelled" -> NoticeKind.SALE_CANCELLED;
            case "refunded" -> NoticeKind.SALE_REFUNDED;
            default -> null;
        };
    }
}
