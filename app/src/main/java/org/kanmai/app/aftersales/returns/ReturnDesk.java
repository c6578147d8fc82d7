package org.kanmai.app.aftersales.returns;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.AftersalesSettings;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.parcels.ParcelsBack;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReturnId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Shows wishes to those who may see them: their buyer, their shop's owner, operators who decide. */
@Component
class ReturnDesk {
    private final WishStore wishes;
    private final StepStore steps;
    private final OrderBook orders;
    private final ParcelsBack back;
    private final Shops shops;
    private final People people;
    private final AftersalesSettings settings;
    private final Clock clock;

    ReturnDesk(
            WishStore wishes,
            StepStore steps,
            OrderBook orders,
            ParcelsBack back,
            Shops shops,
            People people,
            AftersalesSettings settings,
            Clock clock) {
        this.wishes = wishes;
        this.steps = steps;
        this.orders = orders;
        this.back = back;
        this.shops = shops;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns a viewer's own wish; refuses with 404 everybody else's. */
    Wish asked(ReturnId id, Viewer viewer) {
        return wishes.find(id).filter(wish -> viewer.is(wish.buyer())).orElseThrow(() -> Refusal.notFound("return"));
    }

    /** Returns a wish to a viewer's own shop; refuses with 404 everybody else's. */
    Wish received(ReturnId id, Viewer viewer) {
        var shop = shop(viewer);
        return wishes.find(id).filter(wish -> wish.shop().equals(shop)).orElseThrow(() -> Refusal.notFound("return"));
    }

    /** Returns a wish that somebody else is to decide about; refuses with 403 who is a side of it. */
    Wish disputed(ReturnId id, Viewer operator) {
        var wish = wishes.find(id).orElseThrow(() -> Refusal.notFound("return"));
        boolean own = viewerOwns(operator, wish.shop()) || operator.is(wish.buyer());
        if (own) {
            throw new Refusal(
                    org.springframework.http.HttpStatus.FORBIDDEN,
                    "own-subject",
                    "This is yours",
                    "Another operator has to decide about it.");
        }
        return wish;
    }

    private boolean viewerOwns(Viewer viewer, ShopId shop) {
        return shops.of(viewer.self()).map(Shop::id).filter(shop::equals).isPresent();
    }

    ShopId shop(Viewer viewer) {
        return shops.of(viewer.self()).map(Shop::id).orElseThrow(() -> Refusal.notFound("shop"));
    }

    Return forBuyer(Wish wish) {
        return show(List.of(wish), Map.of()).getFirst();
    }

    List<Return> forBuyer(List<Wish> some) {
        return show(some, Map.of());
    }

    Return forOthers(Wish wish) {
        return forOthers(List.of(wish)).getFirst();
    }

    List<Return> forOthers(List<Wish> some) {
        return show(some, names(some.stream().map(Wish::buyer).collect(Collectors.toSet())));
    }

    private List<Return> show(List<Wish> some, Map<PersonId, String> names) {
        var said = steps.of(some.stream().map(Wish::id).toList());
        var now = clock.instant();
        var ways = back.of(some.stream()
                .flatMap(wish -> Stream.concat(wish.back().stream(), wish.replacing().stream()))
                .collect(Collectors.toSet()));
        return some.stream()
                .map(wish ->
                        Return.of(wish, said.getOrDefault(wish.id(), List.of()), now, names.get(wish.buyer()), ways))
                .toList();
    }

    private Map<PersonId, String> names(Set<PersonId> some) {
        var names = new HashMap<PersonId, String>();
        people.find(some).values().forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /**
     * What a buyer may ask of an order, and has asked.
     *
     * @param left units of each line that may be asked for, in the order of the lines
     * @param freeUntil the end of the days without a reason; absent before receipt
     */
    record Offer(
            List<Grounds.Choice> choices,
            List<Integer> left,
            java.time.@Nullable Instant freeUntil,
            List<Return> items) {
        Offer {
            choices = List.copyOf(choices);
            left = List.copyOf(left);
            items = List.copyOf(items);
        }
    }

    Offer offer(OrderId id, Viewer viewer) {
        return offer(order(id, viewer));
    }

    private OrderRow order(OrderId id, Viewer viewer) {
        return orders.own(viewer.self(), List.of(id)).stream().findFirst().orElseThrow(() -> Refusal.notFound("order"));
    }

    private Offer offer(OrderRow order) {
        var grounds = Grounds.of(order, clock.instant(), settings);
        var claimed = steps.claimed(order.id().value());
        var lines = order.lines();
        var left = IntStream.range(0, lines.size())
                .mapToObj(place -> lines.get(place).units() - claimed.getOrDefault(place, 0))
                .toList();
        return new Offer(grounds.choices(), left, grounds.freeUntil(), forBuyer(wishes.of(order.id())));
    }

    /** Returns what was asked of an order of a viewer's own shop. */
    List<Return> ofOrder(OrderId id, Viewer viewer) {
        var shop = shop(viewer);
        if (orders.find(id).filter(order -> order.shop().equals(shop)).isEmpty()) {
            throw Refusal.notFound("order");
        }
        return forOthers(wishes.of(id));
    }
}
