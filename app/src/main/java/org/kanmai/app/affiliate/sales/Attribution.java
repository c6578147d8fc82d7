package org.kanmai.app.affiliate.sales;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.terms.Promises;
import org.kanmai.app.affiliate.terms.Terms;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.content.Works;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/**
 * Finds who sold a line: the creator of the work, or the host of the live room, by whose card it was put into the cart, if something is
 * earned by its product. Nobody earns by buying from oneself, and no shop's owner by selling what is the shop's.
 */
@Component
class Attribution {
    private final Promises promises;
    private final Works works;
    private final SellingRooms rooms;
    private final Shops shops;

    Attribution(Promises promises, Works works, SellingRooms rooms, Shops shops) {
        this.promises = promises;
        this.works = works;
        this.rooms = rooms;
        this.shops = shops;
    }

    private record Led(OrderRow order, int place, Subject shown, Terms terms) {}

    List<Sold> of(List<OrderRow> paid) {
        var led = paid.stream().flatMap(order -> led(order).stream()).toList();
        if (led.isEmpty()) {
            return List.of();
        }
        var sellers = sellers(led.stream().map(Led::shown).collect(Collectors.toSet()));
        var owners = owners(led.stream().map(each -> each.order.shop()).collect(Collectors.toSet()));
        return led.stream()
                .flatMap(each -> sold(each, sellers.get(each.shown), owners.get(each.order.shop())).stream())
                .filter(each -> !each.base().isZero())
                .toList();
    }

    private Map<Subject, PersonId> sellers(Set<Subject> shown) {
        var sellers = new HashMap<Subject, PersonId>();
        works.creators(ids(shown, SubjectKind.WORK, WorkId::new))
                .forEach((work, creator) -> sellers.put(Subject.work(work), creator));
        rooms.hosted(ids(shown, SubjectKind.ROOM, RoomId::new))
                .forEach((room, hosted) -> sellers.put(Subject.room(room), hosted.host()));
        return sellers;
    }

    static <I> Set<I> ids(Set<Subject> shown, SubjectKind kind, LongFunction<I> id) {
        return shown.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> id.apply(each.id()))
                .collect(Collectors.toSet());
    }

    private static boolean leads(Subject shown) {
        return shown.kind() == SubjectKind.WORK || shown.kind() == SubjectKind.ROOM;
    }

    private List<Led> led(OrderRow order) {
        var shown = new HashMap<Integer, Subject>();
        for (int place = 0; place < order.lines().size(); place++) {
            var lead = order.lines().get(place).lead();
            var by = lead == null ? null : lead.shown();
            if (by != null && leads(by)) {
                shown.put(place, by);
            }
        }
        if (shown.isEmpty()) {
            return List.of();
        }
        var terms = promises.holding(
                shown.keySet().stream().map(place -> product(order, place)).toList(),
                order.moments().placed());
        var led = new ArrayList<Led>();
        shown.forEach((place, by) -> {
            var holding = terms.get(product(order, place));
            if (holding != null && holding.shop().equals(order.shop())) {
                led.add(new Led(order, place, by, holding));
            }
        });
        return led;
    }

    private static ProductId product(OrderRow order, int place) {
        return order.lines().get(place).product().id();
    }

    private Map<ShopId, PersonId> owners(Collection<ShopId> some) {
        var owners = new HashMap<ShopId, PersonId>();
        shops.find(some).forEach((id, shop) -> {
            var owner = shop.owner();
            if (owner != null) {
                owners.put(id, owner.id());
            }
        });
        return owners;
    }

    private static List<Sold> sold(Led led, @Nullable PersonId creator, @Nullable PersonId owner) {
        if (creator == null || creator.equals(led.order.buyer()) || creator.equals(owner)) {
            return List.of();
        }
        var line = led.order.lines().get(led.place);
        return List.of(new Sold(led.order, led.place, line, led.shown, led.terms, creator));
    }
}
