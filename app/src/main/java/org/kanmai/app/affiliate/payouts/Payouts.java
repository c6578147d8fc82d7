package org.kanmai.app.affiliate.payouts;

import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.kanmai.app.affiliate.AffiliateSettings;
import org.kanmai.app.affiliate.payouts.Batch.Payout;
import org.kanmai.app.affiliate.payouts.Batch.State;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.AccountBook;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pays out what is free: one operator proposes, another one approves, and only then money moves, once. */
@Component
class Payouts {
    /** The most payouts of one batch. */
    static final int MOST = 1_000;

    private final BatchStore store;
    private final AccountBook book;
    private final Ledger ledger;
    private final AffiliateSettings settings;
    private final Ids ids;
    private final Clock clock;

    Payouts(BatchStore store, AccountBook book, Ledger ledger, AffiliateSettings settings, Ids ids, Clock clock) {
        this.store = store;
        this.book = book;
        this.ledger = ledger;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Proposes to pay everybody who has enough free, has said where to, and is in no other proposal. */
    @Transactional
    long propose(PersonId maker, Currency currency) {
        var least = new Money(settings.payoutFrom(), currency);
        var due = book.holding(Account.Purpose.FREE, least, MOST).stream()
                .map(each -> new Payout(
                        new Party(each.account().kind(), each.account().party()), each.amount(), null))
                .toList();
        long id = ids.next();
        if (due.isEmpty() || store.add(new Batch.Proposal(id, maker, clock.instant(), due)) == 0) {
            throw Refusal.conflict(
                    "nothing-to-pay",
                    "There is nothing to pay out",
                    "Nobody who has said where money goes has enough that is free, or they are in an open proposal.");
        }
        return id;
    }

    /** Approves another operator's proposal, or after a day one's own, and books every payout of it. */
    @Transactional
    void approve(PersonId checker, long id) {
        var batch = store.find(id).orElseThrow(() -> Refusal.notFound("batch"));
        var now = clock.instant();
        require(checker, batch, now);
        decide(id, State.APPROVED, checker, now);
        for (var payout : store.payouts(id)) {
            pay(id, payout, now);
        }
        store.close(id);
    }

    private static void require(PersonId checker, Batch batch, Instant now) {
        var alone = batch.madeAt().plus(Batch.NOTICE);
        if (checker.equals(batch.madeBy()) && now.isBefore(alone)) {
            throw new Refusal(
                            HttpStatus.FORBIDDEN,
                            "second-operator-needed",
                            "Another operator approves",
                            "Who proposes payouts approves them alone only a day later.")
                    .with("aloneFrom", alone);
        }
    }

    /** Pays what is there now, if that is less than was proposed; nothing to whom is owed nothing any more. */
    private void pay(long id, Payout payout, Instant now) {
        var free = payout.party().free();
        long there = ledger.balance(free, payout.amount().currency(), now).minor();
        var amount = new Money(
                Math.clamp(there, 0, payout.amount().minor()), payout.amount().currency());
        if (!amount.isZero()) {
            ledger.book(Entry.move(
                    Entry.Kind.PAYOUT,
                    "payout:" + id + ":" + payout.party().kind().code() + ":"
                            + payout.party().id(),
                    id,
                    amount,
                    free,
                    Account.bank()));
        }
        store.paid(id, payout.party(), amount.minor());
    }

    @Transactional
    void reject(PersonId checker, long id) {
        if (store.find(id).isEmpty()) {
            throw Refusal.notFound("batch");
        }
        decide(id, State.REJECTED, checker, clock.instant());
        store.close(id);
    }

    private void decide(long id, State state, PersonId by, Instant at) {
        if (!store.decide(id, state, by, at)) {
            throw Refusal.conflict("batch-decided", "It is decided", "Somebody has approved or rejected it before.");
        }
    }

    /** Returns what a batch pays, to whom, where to; its readings are to be put on record by who asks. */
    List<Batch.Order> orders(long id) {
        var batch = store.find(id).orElseThrow(() -> Refusal.notFound("batch"));
        if (batch.state() != State.APPROVED) {
            throw Refusal.conflict(
                    "batch-open", "Nothing is to be paid", "Only an approved batch has a list for the bank.");
        }
        return store.orders(id);
    }
}
