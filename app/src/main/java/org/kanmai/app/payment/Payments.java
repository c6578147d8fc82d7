package org.kanmai.app.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.payment.PaymentProvider.Charge;
import org.kanmai.app.payment.PaymentProvider.Opens;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes money from buyers and gives it back; what it is for is somebody else's to know. */
@Component
public class Payments {
    /** After this long without a word the provider is asked. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final PaymentStore store;
    private final RefundStore refunds;
    private final Providers providers;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Payments(
            PaymentStore store,
            RefundStore refunds,
            Providers providers,
            Ledger ledger,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.refunds = refunds;
        this.providers = providers;
        this.ledger = ledger;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a buyer pays. */
    public record Opened(PaymentId id, URI page, Opens opens, Money amount, Instant expiresAt) {}

    /**
     * Opens a payment for orders and asks the provider for its page; asked again, it gives the same one.
     *
     * <p>Not in a transaction: the provider is called over the network. Throws {@link PaymentProvider.ProviderAway}.
     */
    public Opened open(PersonId buyer, List<Payment.Cover> covers, String provider, String shownAs, Instant expiresAt) {
        var port = providers.offered(provider);
        var sorted = covers.stream()
                .sorted(Comparator.comparingLong(Payment.Cover::subject))
                .toList();
        var now = clock.instant();
        var wanted = new Payment(new PaymentId(ids.next()), buyer, provider, sorted, Payment.State.OPEN, expiresAt);
        if (!port.takes(wanted.amount().currency())) {
            throw Refusal.invalid("provider", "takes no " + wanted.amount().currency());
        }
        var kept = store.open(wanted, now, now.plus(SILENCE));
        var payment = kept.payment();
        return new Opened(payment.id(), page(port, kept, shownAs), port.opens(), payment.amount(), payment.expiresAt());
    }

    private URI page(PaymentProvider port, PaymentStore.Kept kept, String shownAs) {
        if (!kept.page().isEmpty()) {
            return URI.create(kept.page());
        }
        var payment = kept.payment();
        var page = port.charge(new Charge(payment.id(), payment.amount(), shownAs, kept.madeAt(), payment.expiresAt()));
        if (!page.reference().isEmpty()) {
            store.keep(payment.id(), page);
        }
        return page.address();
    }

    /** Returns whether no real money moves at a provider. */
    public boolean test(String provider) {
        return providers.of(provider).test();
    }

    /** Asks for the money of one order of a settled payment to go back; a second wish for the same changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refund(PaymentId payment, long subject, Money amount) {
        refund(payment, subject, amount, "");
    }

    /**
     * Asks for a part of the money of one order to go back; a second wish for the same part changes nothing, and parts that
     * would be more than was paid undo the transaction.
     *
     * @param part its name among the order's, of small letters, digits and dashes, 40 at most
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refund(PaymentId payment, long subject, Money amount, String part) {
        refunds.add(new RefundStore.Row(ids.next(), payment, subject, part, amount, 0), clock.instant());
    }

    /** Returns whether nothing of an order's money is on its way back any more. */
    public boolean isBack(PaymentId payment, long subject) {
        return !refunds.isAsked(payment, subject);
    }

    /**
     * Takes what a provider says of a payment that is paid; what it said before changes nothing, and what is not the provider's or
     * of another amount is refused.
     */
    @Transactional
    void settle(String provider, PaymentId id, Money amount, Instant at) {
        store.settle(provider, id, amount, at).ifPresentOrElse(this::book, () -> mustBe(known(provider, id, amount)));
    }

    private void book(Payment payment) {
        var provider = Account.settlement(providers.of(payment.provider()).number());
        for (var cover : payment.covers()) {
            ledger.bookOnce(Entry.move(
                    Entry.Kind.PAYMENT,
                    "payment:" + payment.id() + ":" + cover.subject(),
                    cover.subject(),
                    cover.amount(),
                    provider,
                    Account.clearing(payment.buyer())));
        }
        events.publishEvent(new PaymentSettled(payment));
    }

    private boolean known(String provider, PaymentId id, Money amount) {
        return store.find(id)
                .map(PaymentStore.Kept::payment)
                .filter(payment -> payment.provider().equals(provider))
                .filter(payment -> payment.amount().equals(amount))
                .isPresent();
    }

    private static void mustBe(boolean known) {
        if (!known) {
            throw Refusal.conflict(
                    "payment-differs", "Not what was asked for", "No payment with this provider is of this amount.");
        }
    }

    /** Takes what a provider says of money that has gone back; what it said before changes nothing. */
    @Transactional
    void refunded(String provider, PaymentId id, long refund, Money amount, Instant at) {
        var payment = store.find(id).map(PaymentStore.Kept::payment);
        mustBe(payment.isPresent() && payment.get().provider().equals(provider));
        refunds.done(refund, id, amount, at)
                .ifPresentOrElse(
                        row -> book(payment.orElseThrow(), row), () -> mustBe(refunds.has(refund, id, amount)));
    }

    private void book(Payment payment, RefundStore.Row row) {
        ledger.book(Entry.move(
                Entry.Kind.RETURN,
                "return:" + payment.id() + ":" + row.subject() + (row.part().isEmpty() ? "" : "-" + row.part()),
                row.subject(),
                row.amount(),
                Account.clearing(payment.buyer()),
                Account.settlement(providers.of(payment.provider()).number())));
        events.publishEvent(new PaymentRefunded(payment.id(), row.subject(), row.amount()));
    }
}
