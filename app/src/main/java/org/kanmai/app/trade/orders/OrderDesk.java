package org.kanmai.app.trade.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.DataReadings;
import org.kanmai.app.identity.People;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.trade.addresses.Addresses;
import org.kanmai.app.trade.addresses.Place;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Shows orders to the two who may see them: their buyer and their shop's owner. */
@Component
public class OrderDesk implements NoticeSubjects {
    private final OrderStore store;
    private final Shops shops;
    private final People people;
    private final Addresses addresses;
    private final DataReadings readings;

    OrderDesk(OrderStore store, Shops shops, People people, Addresses addresses, DataReadings readings) {
        this.store = store;
        this.shops = shops;
        this.people = people;
        this.addresses = addresses;
        this.readings = readings;
    }

    /** Returns a viewer's own order; refuses with 404 everybody else's. */
    public OrderRow bought(OrderId id, Viewer viewer) {
        return store.find(id)
                .filter(order -> order.buyer().equals(viewer.self()))
                .orElseThrow(() -> Refusal.notFound("order"));
    }

    /** Returns an order of a viewer's own shop; refuses with 404 everybody else's. */
    public OrderRow sold(OrderId id, Viewer viewer) {
        var shop = shop(viewer);
        return store.find(id)
                .filter(order -> order.shop().equals(shop.id()))
                .orElseThrow(() -> Refusal.notFound("order"));
    }

    /** Returns a viewer's own shop; refuses with 404 who has none. */
    public Shop shop(Viewer viewer) {
        return shops.of(viewer.self()).orElseThrow(() -> Refusal.notFound("shop"));
    }

    List<Order> forBuyer(List<OrderRow> rows) {
        return forBuyer(rows, List.of());
    }

    /** Shows orders whose shops' names are at hand, or else looks them up. */
    public List<Order> forBuyer(List<OrderRow> rows, List<Shown.Seller> known) {
        var names = known.stream().collect(Collectors.toMap(Shown.Seller::id, seller -> seller));
        var sellers = known.isEmpty() ? sellers(rows) : Map.<ShopId, String>of();
        return rows.stream()
                .map(row -> Order.of(row, names.getOrDefault(row.shop(), seller(row, sellers)), null, null))
                .toList();
    }

    /** Shows one order with where it goes. */
    Order forBuyer(OrderRow row) {
        return Order.of(row, seller(row, sellers(List.of(row))), place(row), null);
    }

    List<Order> forShop(List<OrderRow> rows) {
        var sellers = sellers(rows);
        var buyers = names(rows.stream().map(OrderRow::buyer).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> Order.of(row, seller(row, sellers), null, buyers.get(row.buyer())))
                .toList();
    }

    /** Shows one order with where it goes, while it is to be sent; that this is read is on record before it is. */
    Order forShop(OrderRow row, Viewer viewer) {
        boolean needed = row.state() == OrderRow.State.PAID || row.state() == OrderRow.State.SHIPPED;
        if (needed && !row.address().isEmpty()) {
            readings.note(row.buyer(), viewer.self(), "address", "order " + row.id());
        }
        var buyers = names(List.of(row.buyer()));
        return Order.of(row, seller(row, sellers(List.of(row))), needed ? place(row) : null, buyers.get(row.buyer()));
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.ORDER, NoticeSubject.Kind.SALE);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        return store.find(ids.stream().map(OrderId::new).toList()).stream()
                .filter(kind == NoticeSubject.Kind.SALE ? sold(viewer) : order -> viewer.is(order.buyer()))
                .collect(Collectors.toMap(order -> order.id().value(), OrderDesk::glimpse));
    }

    private Predicate<OrderRow> sold(Viewer viewer) {
        var shop = shops.of(viewer.self()).map(Shop::id).orElse(null);
        return order -> order.shop().equals(shop);
    }

    private static Glimpse glimpse(OrderRow order) {
        var first = order.lines().getFirst().product();
        return Glimpse.of(first.title(), first.picture());
    }

    private @Nullable Place place(OrderRow row) {
        return row.address().isEmpty() ? null : addresses.open(row.address().bytes());
    }

    private Map<ShopId, String> sellers(List<OrderRow> rows) {
        return shops.names(rows.stream().map(OrderRow::shop).collect(Collectors.toSet()));
    }

    private static Shown.Seller seller(OrderRow row, Map<ShopId, String> names) {
        return new Shown.Seller(row.shop(), names.getOrDefault(row.shop(), ""));
    }

    private Map<PersonId, String> names(Collection<PersonId> some) {
        var names = new HashMap<PersonId, String>();
        people.find(some).values().forEach(person -> names.put(person.id(), person.name()));
        return names;
    }
}
