package org.kanmai.app.trade.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.payment.Payment;
import org.kanmai.app.payment.PaymentSettled;
import org.kanmai.app.payment.Payments;
import org.kanmai.app.promotion.coupons.Coupons;
import org.kanmai.app.promotion.groups.Groups;
import org.kanmai.app.trade.dues.OtherDues;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.OrderStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The money of orders: shared out when it arrives, lowered with the price of a group, given back, and free in the end. Who
 * moves money has locked the order's row; then come groups, then commissions, then the payment.
 */
@Component
class Sales {
    private final OrderMoveStore moves;
    private final PartStore parts;
    private final OrderFacts facts;
    private final Ledger ledger;
    private final Payments payments;
    private final SaleShares shares;
    private final List<OtherDues> others;
    private final ApplicationEventPublisher events;
    private final Coupons coupons;
    private final TradeSettings settings;
    private final Groups groups;
    private final Clock clock;

    Sales(
            OrderMoveStore moves,
            PartStore parts,
            OrderFacts facts,
            Ledger ledger,
            Payments payments,
            SaleShares shares,
            List<OtherDues> others,
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
        this.shares = shares;
        this.others = List.copyOf(others);
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
                    .ifPresentOrElse(paid::add, () -> settleOther(payment, cover, now));
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

    private void settleOther(Payment payment, Payment.Cover cover, Instant now) {
        if (others.stream().noneMatch(each -> each.settle(payment, cover, now))) {
            payments.refund(payment.id(), cover.subject(), cover.amount());
        }
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

    /** Lowers a paid order to the price of its complete group, and gives back what was paid above it; each share of it is that of what was really paid. */
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
        var less = shares.lower(order.id(), 0, line.paid().plus(line.siteOff()).minus(amount));
        var postings = new ArrayList<Posting>();
        post(postings, Account.clearing(order.buyer()), amount);
        post(
                postings,
                Account.held(order.shop()),
                less.stream().map(Posting::amount).reduce(fee.minus(amount), Money::plus));
        post(postings, Account.fees(), fee.negated());
        less.forEach(share -> post(postings, share.account(), share.amount().negated()));
        giveBack(order, "group", amount, postings);
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

    /** Makes the money of an order that was received long enough ago theirs to have who earned it. */
    @Transactional
    void release(OrderId id) {
        moves.release(id, clock.instant()).ifPresent(order -> {
            ledger.release(saleKey(id), releaseKey(id));
            events.publishEvent(new Orders.Released(id));
        });
    }

    /** Makes what is left of a sale theirs whose it is: nothing more of this order can go back. */
    void releaseRest(OrderId id) {
        if (!ledger.has(releaseKey(id))) {
            ledger.release(saleKey(id), releaseKey(id));
        }
    }

    private static String saleKey(OrderId id) {
        return "sale:" + id;
    }

    private static String releaseKey(OrderId id) {
        return "release:" + id;
    }
}
