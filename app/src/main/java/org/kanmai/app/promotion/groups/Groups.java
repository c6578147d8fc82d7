package org.kanmai.app.promotion.groups;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Groups as orders see them, in the transactions of the orders: a place is held when one is placed, paid with it, and left
 * when it comes to nothing. Whoever calls has locked the order; the group's row comes after it (SF-01, SF-04).
 */
@Component
public class Groups {
    private final DealStore deals;
    private final GroupStore groups;
    private final SeatStore seats;
    private final GroupNews news;
    private final Ids ids;
    private final Clock clock;

    Groups(DealStore deals, GroupStore groups, SeatStore seats, GroupNews news, Ids ids, Clock clock) {
        this.deals = deals;
        this.groups = groups;
        this.seats = seats;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns whose a group is. */
    public Optional<ShopId> shop(GroupId id) {
        return groups.find(id).flatMap(group -> deals.find(group.deal())).map(Deal::shop);
    }

    /** Returns on which terms somebody can buy together now; refuses with 404 or 409 when nobody can. */
    public Joining terms(Together wish) {
        var deal = deals.find(wish.deal()).orElseThrow(() -> Refusal.notFound("group-buy"));
        if (wish.group() != null) {
            return joining(deal, wish.group());
        }
        if (deal.state() != Deal.State.OPEN) {
            throw Refusal.conflict("group-buy-over", "No new groups", "The shop opens no new groups for this.");
        }
        var endsAt = clock.instant().plus(Duration.ofMinutes(deal.minutes()));
        return new Joining(deal, new GroupId(ids.next()), Joining.Way.OPENS, endsAt);
    }

    private Joining joining(Deal deal, GroupId id) {
        var group = groups.find(id)
                .filter(found -> found.deal().equals(deal.id()))
                .orElseThrow(() -> Refusal.notFound("group"));
        if (!group.openAt(clock.instant())) {
            throw over();
        }
        if (group.seats().size() >= group.size()) {
            throw full();
        }
        return new Joining(deal, id, Joining.Way.JOINS, group.endsAt());
    }

    /**
     * Takes a place for an order that is being placed; refuses with 409 when all are taken, the buyer has one or the group is
     * over. Locks the group until the transaction ends: call it shortly before the stock is taken.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Joining joining, OrderId order, PersonId buyer, int units) {
        var now = clock.instant();
        if (joining.way() == Joining.Way.OPENS) {
            groups.open(joining, now);
        }
        groups.lock(joining.group());
        var deal = joining.deal();
        if (!seats.take(joining.group(), order, buyer, units, deal.price(), now)) {
            throw noPlace(joining.group(), buyer);
        }
        if (!deals.take(deal.id(), units)) {
            throw Refusal.conflict(
                    "group-buy-sold-out", "Not so many are left", "Nothing was ordered; fewer are left for groups.");
        }
        if (!deals.claim(deal.id(), buyer, units)) {
            throw Refusal.conflict(
                            "over-limit",
                            "More than one may have",
                            "Nothing was ordered; a person can have only so many.")
                    .with("sku", deal.sku());
        }
    }

    private Refusal noPlace(GroupId id, PersonId buyer) {
        var group = groups.find(id).orElseThrow();
        if (group.of(buyer).isPresent()) {
            return Refusal.conflict("group-joined", "You are in it", "You have a place in this group already.");
        }
        return group.openAt(clock.instant()) ? full() : over();
    }

    private static Refusal over() {
        return Refusal.conflict(
                "group-over", "The group is over", "Nobody can join it any more; open one of your own.");
    }

    private static Refusal full() {
        return Refusal.conflict("group-full", "The group is full", "All places are taken; open one of your own.");
    }

    /** Makes the places of orders paid, and complete the groups that are full by that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Collection<OrderId> orders) {
        if (orders.isEmpty()) {
            return;
        }
        var touched = groups.lockOf(orders);
        seats.pay(orders);
        touched.forEach(id -> completeIfFull(id, orders));
    }

    private void completeIfFull(GroupId id, Collection<OrderId> orders) {
        var group = groups.find(id).orElseThrow();
        if (group.state() != Group.State.OPEN) {
            return;
        }
        if (group.paid().size() == group.size()) {
            end(group);
        } else {
            news.joined(group, orders);
        }
    }

    private void end(Group group) {
        var deal = deals.find(group.deal()).orElseThrow();
        deal.price(group.paid().size()).ifPresentOrElse(price -> complete(group, price), () -> fail(group));
    }

    private void complete(Group group, Money price) {
        groups.complete(group.id(), price, clock.instant());
        news.complete(group);
    }

    private void fail(Group group) {
        groups.fail(group.id(), clock.instant());
        news.failed(group);
    }

    /** Leaves the place of an order that came to nothing; a second time changes nothing, nor does it once the group is settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(OrderId order) {
        groups.lockOf(List.of(order));
        var seat = seats.find(order).orElseThrow();
        if (!seats.leave(order)) {
            return;
        }
        deals.take(seat.deal(), -seat.units());
        if (seat.person() != null) {
            deals.unclaim(seat.deal(), seat.person(), seat.units());
        }
        if (groups.find(seat.group()).orElseThrow().seats().isEmpty()) {
            groups.fail(seat.group(), clock.instant());
        }
    }

    /** Refuses with 409 {@code group-complete} to leave the group of an order once it is complete. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuseComplete(OrderId order) {
        groups.lockOf(List.of(order));
        var seat = seats.find(order).orElseThrow();
        if (seat.state() == Group.State.COMPLETE && seat.sitting() != Group.Sitting.LATE) {
            throw Refusal.conflict(
                    "group-complete",
                    "The group is complete",
                    "Others count on you: ask the shop to take the order back instead.");
        }
    }

    /** Refuses with 409 {@code group-open} to send, or to take back in parts, what waits for others. */
    public void refuseUnsettled(OrderId order) {
        var seat = seats.find(order).orElseThrow();
        if (seat.sitting() != Group.Sitting.DONE) {
            throw Refusal.conflict(
                    "group-open",
                    "The group is not complete",
                    "This order waits for others to join; until then it can be cancelled.");
        }
    }

    /** Settles the price of a paid order of a complete group; empty when it is settled, or not to be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Money> settle(OrderId order) {
        groups.lockOf(List.of(order));
        return seats.settle(order);
    }

    /** Returns open groups whose time is over. */
    public List<GroupId> due(int limit) {
        return groups.due(clock.instant(), limit);
    }

    /** Ends a group whose time is over: complete where enough have paid for a step of its price, or else failed. */
    @Transactional
    public void end(GroupId id) {
        groups.lock(id);
        var group = groups.find(id).orElseThrow();
        if (group.state() == Group.State.OPEN && !group.openAt(clock.instant())) {
            end(group);
        }
    }

    /** Returns orders that come to nothing by their groups. */
    public List<OrderId> lost(int limit) {
        return seats.lost(limit);
    }

    /** Returns orders of complete groups of whose price something goes back. */
    public List<OrderId> dear(int limit) {
        return seats.dear(limit);
    }

    @EventListener
    void erased(PersonErased event) {
        seats.erase(event.person());
        deals.erase(event.person());
    }
}
