package org.kanmai.app.trade.orders;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.payment.PaymentRefunded;
import org.kanmai.app.payment.Payments;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.OrderRow.Parcel;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.OrderStep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of placed orders: each step moves the order, its money and its units in one transaction, and tells of it (EC-09).
 */
@Component
public class Orders {
    /** Nobody can claim an order's money back as of right any more: it is free; published in that transaction. */
    public record Released(OrderId order) {}

    private final OrderMoveStore moves;
    private final PartStore parts;
    private final Sales sales;
    private final OrderFacts facts;
    private final Payments payments;
    private final Stock stock;
    private final Coupons coupons;
    private final Groups groups;
    private final Clock clock;

    Orders(
            OrderMoveStore moves,
            PartStore parts,
            Sales sales,
            OrderFacts facts,
            Payments payments,
            Stock stock,
            Coupons coupons,
            Groups groups,
            Clock clock) {
        this.moves = moves;
        this.parts = parts;
        this.sales = sales;
        this.facts = facts;
        this.payments = payments;
        this.stock = stock;
        this.coupons = coupons;
        this.groups = groups;
        this.clock = clock;
    }

    /** Closes an order that nobody has paid, and gives its units back; false when it is not waiting any more. */
    @Transactional
    boolean close(OrderId id, Closing why) {
        var now = clock.instant();
        var closed = moves.close(id, why, now);
        closed.ifPresent(order -> {
            facts.moved(order, OrderStep.CLOSED, now);
            giveBackCoupons(order);
            leaveGroup(order);
            stock.giveBack(order.buyer(), order.units());
        });
        return closed.isPresent();
    }

    /**
     * Takes an order back for its buyer: unpaid it is closed, paid and not yet sent its money goes back. Refuses with 409 one
     * of a complete group.
     */
    @Transactional
    void cancel(OrderRow order) {
        if (!close(order.id(), Closing.CANCELLED)) {
            var moved = moves.refundUnsent(order.id(), clock.instant());
            if (moved.isPresent() && order.grouped()) {
                groups.refuseComplete(order.id());
            }
            takeBack(moved);
        }
    }

    /** Ends an order that comes to nothing by its group: what was paid goes back. */
    @Transactional
    void lose(OrderId id) {
        if (close(id, Closing.EXPIRED)) {
            return;
        }
        var moved = moves.refundUnsent(id, clock.instant());
        if (moved.isPresent()) {
            takeBack(moved);
        }
    }

    /** Gives all of an order's money back that has not gone back yet. */
    @Transactional
    void refund(OrderRow order) {
        takeBack(moves.refund(order.id(), clock.instant()));
    }

    private void takeBack(Optional<OrderRow> moved) {
        var order = moved.orElseThrow(Orders::moved);
        var back = parts.back(order.id());
        var rest = back.restOf(order);
        facts.returned(order, rest.lines(), clock.instant());
        sales.giveBack(order, "", order.total().minus(back.money(order.total())), List.of());
        giveBackCoupons(order);
        leaveGroup(order);
        if (order.moments().shipped() == null) {
            stock.giveBack(order.buyer(), rest.units());
        }
    }

    void giveBackCoupons(OrderRow order) {
        if (order.discounted()) {
            coupons.giveBack(order.id());
        }
    }

    private void leaveGroup(OrderRow order) {
        if (order.grouped()) {
            groups.leave(order.id());
        }
    }

    /** Refuses with 409 what is not to be done while an order waits for others. */
    void refuseWaiting(OrderRow order) {
        if (order.grouped()) {
            groups.refuseUnsettled(order.id());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refunded(PaymentRefunded event) {
        var order = new OrderId(event.subject());
        parts.hold(order);
        if (payments.isBack(event.payment(), event.subject())) {
            moves.refunded(order);
        }
    }

    /** Sends a paid order on its way; refuses with 409 any other. */
    @Transactional
    public void ship(OrderId id, Parcel parcel) {
        var now = clock.instant();
        var order = moves.ship(id, parcel, now).orElseThrow(Orders::moved);
        refuseWaiting(order);
        facts.moved(order, OrderStep.SHIPPED, now);
    }

    @Transactional
    void receive(OrderId id) {
        var now = clock.instant();
        facts.moved(moves.receive(id, now).orElseThrow(Orders::moved), OrderStep.RECEIVED, now);
    }

    /** Makes an order received because its carrier has delivered it; nothing happens to one that is not on its way any more. */
    @Transactional
    public void deliver(OrderId id) {
        var now = clock.instant();
        moves.receive(id, now).ifPresent(order -> facts.moved(order, OrderStep.RECEIVED, now));
    }

    /** Who is erased gets back what was paid and not yet sent; the numbers of the books stay, as law asks. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        for (var id : moves.erase(event.person())) {
            if (!close(id, Closing.CANCELLED)) {
                takeBack(moves.refundUnsent(id, clock.instant()));
            }
        }
    }

    static Refusal moved() {
        return Refusal.conflict(
                "order-state", "The order has moved on", "Look at the order again: it is in another state by now.");
    }
}
