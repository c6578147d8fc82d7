package org.kanmai.app.affiliate.sales;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.terms.Promises;
import org.kanmai.app.affiliate.terms.Terms;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.content.Works;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/**
 * Finds who sold a line: the creator of the work by whose card it was put into the cart, if something is earned by its product.
 * Nobody earns by buying from oneself, and no shop's owner by selling what is the shop's.
 */
@Component
class Attribution {
    private final Promises promises;
    private final Works works;
    private final Shops shops;

    Attribution(Promises promises, Works works, Shops shops) {
        this.promises = promises;
        this.works = works;
        this.shops = shops;
    }

    private record Led(OrderRow order, int place, WorkId work, Terms terms) {}

    List<Sold> of(List<OrderRow> paid) {
        var led = paid.stream().flatMap(order -> led(order).stream()).toList();
        if (led.isEmpty()) {
            return List.of();
        }
        var creators = works.creators(led.stream().map(Led::work).collect(Collectors.toSet()));
        var owners = owners(led.stream().map(each -> each.order.shop()).collect(Collectors.toSet()));
        return led.stream()
                .flatMap(each -> sold(each, creators.get(each.work), owners.get(each.order.shop())).stream())
                .filter(each -> !each.base().isZero())
                .toList();
    }

    private List<Led> led(OrderRow order) {
        var works = new HashMap<Integer, WorkId>();
        for (int place = 0; place < order.lines().size(); place++) {
            var lead = order.lines().get(place).lead();
            var shown = lead == null ? null : lead.shown();
            if (shown != null && shown.kind() == SubjectKind.WORK) {
                works.put(place, new WorkId(shown.id()));
            }
        }
        if (works.isEmpty()) {
            return List.of();
        }
        var terms = promises.holding(
                works.keySet().stream().map(place -> product(order, place)).toList(),
                order.moments().placed());
        var led = new ArrayList<Led>();
        works.forEach((place, work) -> {
            var holding = terms.get(product(order, place));
            if (holding != null && holding.shop().equals(order.shop())) {
                led.add(new Led(order, place, work, holding));
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
        var shown = new Subject(SubjectKind.WORK, led.work.value());
        return List.of(new Sold(led.order, led.place, line, shown, led.terms, creator));
    }
}
