package org.kanmai.app.trade.past;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.ledger.PastEntries;
import org.kanmai.app.payment.PastPayments;
import org.kanmai.app.trade.orders.TradeSettings;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PastIds;
import org.kanmai.facts.PaymentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders that are over or well on their way: each with its payment, its balanced entries and its facts at the instants at which they
 * were due. What is on the shelf is what was left: units are neither taken nor given back.
 */
@Component
public class PastOrders {
    private static final int THOUSAND = 1_000;

    private final PastOrderStore store;
    private final PastPayments payments;
    private final PastEntries ledger;
    private final PastOrderFacts facts;
    private final TradeSettings settings;
    private final Clock clock;

    PastOrders(
            PastOrderStore store,
            PastPayments payments,
            PastEntries ledger,
            PastOrderFacts facts,
            TradeSettings settings,
            Clock clock) {
        this.store = store;
        this.payments = payments;
        this.ledger = ledger;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses with 422 what cannot have happened by now. */
    public void check(Purchase purchase) {
        var now = clock.instant();
        var steps = purchase.steps();
        var over = purchase.deed().at().plus(settings.payWithin());
        var paid = steps.paid();
        boolean tooSoon = paid != null && paid.isBefore(purchase.deed().at());
        boolean tooLate = paid == null ? over.isAfter(now) : paid.isAfter(over);
        if (tooSoon || tooLate) {
            throw Refusal.invalid("paidAfter", "must be within the time for paying");
        }
        if (steps.all().anyMatch(now::isBefore)) {
            throw Refusal.invalid("order", "must not go on in the future");
        }
        var back = steps.refunded();
        if (back != null
                && steps.received() != null
                && back.isAfter(steps.received().plus(settings.holdFor()))) {
            throw Refusal.invalid("refundedAfter", "must be while the money is held");
        }
    }

    /** Keeps purchases and what became of them, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<Purchase> purchases, PastIds ids) {
        if (purchases.isEmpty()) {
            return;
        }
        var orders = purchases.stream().map(purchase -> order(purchase, ids)).toList();
        store.add(orders);
        payments.keep(orders.stream().flatMap(order -> settled(order, ids)).toList());
        ledger.book(orders.stream()
                .flatMap(order -> new Shares(order, ids).entries())
                .toList());
        orders.forEach(order -> facts.tell(order, ids));
    }

    private PastOrder order(Purchase purchase, PastIds ids) {
        var placed = purchase.deed().at();
        var paid = purchase.steps().paid();
        var total = purchase.offer().price().times(purchase.units());
        return new PastOrder(
                purchase,
                new OrderId(ids.at(placed)),
                paid == null ? null : new PaymentId(ids.at(placed)),
                total,
                total.split(settings.feePerMille(), THOUSAND - settings.feePerMille())
                        .getFirst(),
                placed.plus(settings.payWithin()),
                released(purchase.steps()));
    }

    private @Nullable Instant released(Purchase.Steps steps) {
        if (steps.received() == null || steps.refunded() != null) {
            return null;
        }
        var due = steps.received().plus(settings.holdFor());
        return due.isAfter(clock.instant()) ? null : due;
    }

    private static Stream<PastPayments.Settled> settled(PastOrder order, PastIds ids) {
        var paid = order.purchase().steps().paid();
        if (paid == null) {
            return Stream.empty();
        }
        var refunded = order.purchase().steps().refunded();
        return Stream.of(new PastPayments.Settled(
                Objects.requireNonNull(order.payment()),
                ids.at(paid),
                order.purchase().deed().settler().person(),
                order.id().value(),
                order.total(),
                paid,
                refunded == null ? null : new PastPayments.Back(ids.at(refunded), ids.at(refunded), refunded)));
    }
}
