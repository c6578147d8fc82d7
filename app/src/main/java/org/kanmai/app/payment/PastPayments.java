package org.kanmai.app.payment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Booking;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.PastEntries;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes payments that were settled, and some given back, before they are told here; no money moves. */
@Component
public class PastPayments {
    private final PastPaymentStore store;
    private final PastEntries ledger;

    PastPayments(PastPaymentStore store, PastEntries ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * A payment of one order.
     *
     * @param entry the id of its entry in the ledger
     */
    public record Settled(
            PaymentId id,
            long entry,
            PersonId buyer,
            long order,
            Money amount,
            Instant at,
            @Nullable Back back) {}

    /** When the money went back, with the ids of the refund and of its entry. */
    public record Back(long id, long entry, Instant at) {}

    /** Keeps payments and books them, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<Settled> payments) {
        var returned = payments.stream().filter(each -> each.back() != null).toList();
        store.add(payments);
        ledger.book(payments.stream().map(PastPayments::taken).toList());
        if (!returned.isEmpty()) {
            store.addRefunds(returned);
            ledger.book(returned.stream().map(PastPayments::given).toList());
        }
    }

    private static Booking taken(Settled payment) {
        var entry = Entry.move(
                Entry.Kind.PAYMENT,
                "payment:" + payment.id() + ":" + payment.order(),
                payment.order(),
                payment.amount(),
                Account.settlement(PastProvider.NUMBER),
                Account.clearing(payment.buyer()));
        return new Booking(payment.entry(), entry, null, payment.at());
    }

    private static Booking given(Settled payment) {
        var entry = Entry.move(
                Entry.Kind.RETURN,
                "return:" + payment.id() + ":" + payment.order(),
                payment.order(),
                payment.amount(),
                Account.clearing(payment.buyer()),
                Account.settlement(PastProvider.NUMBER));
        var back = back(payment);
        return new Booking(back.entry(), entry, null, back.at());
    }

    static Back back(Settled payment) {
        return Objects.requireNonNull(payment.back());
    }
}
