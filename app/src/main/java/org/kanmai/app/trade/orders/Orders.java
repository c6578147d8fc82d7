package org.kanmai.app.trade.orders;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.payment.PaymentRefunded;
import org.kanmai.app.payment.PaymentSettled;
import org.kanmai.app.payment.Payments;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.OrderRow.Parcel;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.OrderStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of placed orders: each step moves the order, its money and its units in one transaction, and tells of it (EC-09).
 */
@Component
public class Orders {
    private final OrderMoveStore moves;
    private final PartStore parts;
    private final OrderFacts facts;
    private final Ledger ledger;
    private final Payments payments;
    private final Stock stock;
    private final SaleShares shares;
    private final ApplicationEventPublisher events;
    private final Coupons coupons;
    private final TradeSettings settings;
    private final Groups groups;
    private final Clock clock;

    Orders(
            OrderMoveStore moves,
            PartStore parts,
            OrderFacts facts,
            Ledger ledger,
            Payments payments,
            Stock stock,
            SaleShares shares,
            ApplicationEventPublisher events,
            Coupons coupons,
            TradeSettings settings,
            Groups groups,
            Clock clock) {
        this.moves = moves;
        this.parts = parts;
        this.facts = facts;
        this.ledger = ledger;
        this.payments = payments;
        this.stock = stock;
        this.shares = shares;
        this.events = events;
        this.coupons = coupons;
        this.settings = settings;
        this.groups = groups;
        this.clock = clock;
    }

    /** Makes orders paid whose money has arrived; what has arrived for an order that is over goes back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(PaymentSettled event) {
        var payment = event.payment();
        boolean test = payments.test(payment.provider());
        var now = clock.instant();
        var by = now.plus(settings.handOverWithin());
        var paid = new ArrayList<OrderRow>();
        for (var cover : payment.covers()) {
            moves.pay(new OrderId(cover.subject()), payment.id(), cover.amount(), test, now, by)
                    .ifPresentOrElse(paid::add, () -> payments.refund(payment.id(), cover.subject(), cover.amount()));
        }
        var earned = shares.of(paid);
        for (var order : paid) {
            sell(order, earned.getOrDefault(order.id(), List.of()));
            if (order.discounted()) {
                coupons.spend(order.id());
            }
            facts.moved(order, OrderStep.PAID, now);
        }
        groups.paid(paid.stream().filter(OrderRow::grouped).map(OrderRow::id).toList());
    }

    /** The shop gets what nobody else has a share in. */
    private void sell(OrderRow order, List<Posting> earned) {
        var postings = new ArrayList<Posting>();
        post(postings, Account.clearing(order.buyer()), order.total().negated());
        post(postings, Account.promotion(), order.siteOff().negated());
        var rest = earned.stream().map(Posting::amount).reduce(order.revenue().minus(order.fee()), Money::minus);
        if (rest.isNegative()) {
            throw new IllegalStateException("more is earned of order " + order.id() + " than its shop gets");
        }
        post(postings, Account.held(order.shop()), rest);
        post(postings, Account.fees(), order.fee());
        earned.forEach(share -> post(postings, share.account(), share.amount()));
        ledger.bookOnce(
                new Entry(Entry.Kind.SALE, saleKey(order.id()), order.id().value(), postings));
    }

    static void post(List<Posting> postings, Account account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount));
        }
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

    /** Lowers a paid order to the price of its complete group, and gives back what was paid above it. */
    @Transactional
    void lower(OrderId id) {
        parts.sold(id).ifPresent(order -> groups.settle(id).ifPresent(price -> lower(order, price)));
    }

    private void lower(OrderRow order, Money price) {
        moves.promise(order.id(), clock.instant().plus(settings.handOverWithin()));
        var line = order.lines().getFirst();
        var amount = line.amount().minus(price.times(line.units()));
        var fee = order.fee().isZero()
                ? order.fee()
                : order.fee()
                        .split(
                                amount.minor(),
                                order.revenue()
                                        .minus(order.shipping())
                                        .minus(amount)
                                        .minor())
                        .getFirst();
        parts.lower(order.id(), price, amount, fee);
        var postings = new ArrayList<Posting>();
        post(postings, Account.clearing(order.buyer()), amount);
        post(postings, Account.held(order.shop()), fee.minus(amount));
        post(postings, Account.fees(), fee.negated());
        giveBack(order, "group", amount, postings);
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
        giveBack(order, "", order.total().minus(back.money(order.total())), List.of());
        giveBackCoupons(order);
        leaveGroup(order);
        if (order.moments().shipped() == null) {
            stock.giveBack(order.buyer(), rest.units());
        }
    }

    /**
     * Takes money of a sale back from all who have a share, what was released to them first, and asks for it to go to its
     * buyer; the order's row is locked.
     *
     * @param part its name among what goes back of this order; empty for what goes back at once
     * @param amount what the buyer gets
     * @param from who gives and gets how much; empty for all that is left of the sale
     */
    void giveBack(OrderRow order, String part, Money amount, List<Posting> from) {
        var payment = Objects.requireNonNull(order.payment(), "a paid order has its payment");
        var reason = part.isEmpty() ? order.id().toString() : order.id() + "-" + part;
        var reversal = "refund:" + reason;
        var reversed = from.isEmpty()
                ? ledger.undo(saleKey(order.id()), reversal)
                : ledger.reverse(saleKey(order.id()), reversal, from);
        if (ledger.has(releaseKey(order.id()))) {
            ledger.holdAgain(releaseKey(order.id()), "release-back:" + reason, reversed);
        }
        payments.refund(payment, order.id().value(), amount, part);
    }

    /** Makes what is left of a sale theirs whose it is: nothing more of this order can go back. */
    void releaseRest(OrderId id) {
        if (!ledger.has(releaseKey(id))) {
            ledger.release(saleKey(id), releaseKey(id));
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

    /** Makes the money of an order that was received long enough ago theirs to have who earned it. */
    @Transactional
    void release(OrderId id) {
        moves.release(id, clock.instant()).ifPresent(order -> {
            ledger.release(saleKey(id), releaseKey(id));
            events.publishEvent(new OrderReleased(id));
        });
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

    private static String saleKey(OrderId id) {
        return "sale:" + id;
    }

    private static String releaseKey(OrderId id) {
        return "release:" + id;
    }

    static Refusal moved() {
        return Refusal.conflict(
                "order-state", "The order has moved on", "Look at the order again: it is in another state by now.");
    }
}
