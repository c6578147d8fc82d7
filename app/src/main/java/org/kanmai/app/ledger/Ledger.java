package org.kanmai.app.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what moves and answers what everybody owns; every booking is in the transaction of what it pays for. */
@Component
public class Ledger {
    private final LedgerStore store;
    private final Gathering gathering;
    private final Ids ids;
    private final Clock clock;

    Ledger(LedgerStore store, Gathering gathering, Ids ids, Clock clock) {
        this.store = store;
        this.gathering = gathering;
        this.ids = ids;
        this.clock = clock;
    }

    /** Books an entry; returns false when its key was booked before, and then nothing moves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean book(Entry entry) {
        return store.add(ids.next(), entry, null, clock.instant());
    }

    /**
     * Books an entry when the transaction commits, by one statement with all others that it books so; before that nobody sees it.
     * For what can happen once only: an entry whose key was booked before undoes the transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bookOnce(Entry entry) {
        gathering.add(new Booking(ids.next(), entry, null, clock.instant()));
    }

    /**
     * Gives back a part of what an entry moved: of every posting the same share, by the largest remainder, so that what each
     * party gives back sums to the part.
     *
     * @param key the key of the entry that is reversed
     * @param reversal names the one reason for it, as {@link Entry#key()}
     * @param part more than nothing, and with earlier reversals of the entry no more than it moved
     * @return what was booked; empty when the reversal was booked before
     * @throws IllegalArgumentException when there is no such entry or less is left of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posting> reverse(String key, String reversal, Money part) {
        var booked = store.lock(key).orElseThrow(() -> missing(key));
        if (store.exists(reversal)) {
            return List.of();
        }
        var left = new Remainder(booked.postings(), store.reversed(booked.id()));
        var entry = new Entry(Entry.Kind.REFUND, reversal, booked.subject(), left.reverse(part));
        store.add(ids.next(), entry, booked.id(), clock.instant());
        return entry.postings();
    }

    /**
     * Gives back of what an entry moved what is named account by account; nobody gives more than is left to it.
     *
     * @param from amounts as they are booked: below zero for who gives back
     * @return what was booked; empty when the reversal was booked before
     * @throws IllegalArgumentException when there is no such entry or less is left of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posting> reverse(String key, String reversal, List<Posting> from) {
        var booked = store.lock(key).orElseThrow(() -> missing(key));
        if (store.exists(reversal)) {
            return List.of();
        }
        new Remainder(booked.postings(), store.reversed(booked.id())).require(from);
        var entry = new Entry(Entry.Kind.REFUND, reversal, booked.subject(), from);
        store.add(ids.next(), entry, booked.id(), clock.instant());
        return entry.postings();
    }

    /** Gives back all that is left of what an entry moved; nothing when nothing is left or the reversal was booked before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posting> undo(String key, String reversal) {
        var booked = store.lock(key).orElseThrow(() -> missing(key));
        var all = new Remainder(booked.postings(), store.reversed(booked.id())).all();
        return all.isEmpty() ? List.of() : reverse(key, reversal, all);
    }

    /**
     * Makes what an entry has put into held accounts free for each who holds it, less what was reversed of it.
     *
     * @param release names the one reason for it, as {@link Entry#key()}
     * @return what was booked; empty when nothing is left or the release was booked before
     * @throws IllegalArgumentException when there is no such entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Posting> release(String key, String release) {
        var booked = store.lock(key).orElseThrow(() -> missing(key));
        var postings = new Remainder(booked.postings(), store.reversed(booked.id())).release();
        if (postings.isEmpty()) {
            return List.of();
        }
        var entry = new Entry(Entry.Kind.RELEASE, release, booked.subject(), postings);
        return store.add(ids.next(), entry, null, clock.instant()) ? postings : List.of();
    }

    /**
     * Makes held again of what a release made free as much as a reversal of its sale has taken from held accounts.
     *
     * @param release the key of the release
     * @param reversal names the one reason for it, as {@link Entry#key()}
     * @param reversed what the reversal booked
     * @throws IllegalArgumentException when there is no such release
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAgain(String release, String reversal, List<Posting> reversed) {
        var booked = store.lock(release).orElseThrow(() -> missing(release));
        var postings = new ArrayList<Posting>();
        for (var posting : reversed) {
            if (posting.account().purpose() == Account.Purpose.HELD) {
                postings.add(new Posting(posting.account(), posting.amount().negated()));
                postings.add(new Posting(posting.account().freed(), posting.amount()));
            }
        }
        if (!postings.isEmpty()) {
            var entry = new Entry(Entry.Kind.RELEASE, reversal, booked.subject(), postings);
            store.add(ids.next(), entry, booked.id(), clock.instant());
        }
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException("nothing was booked as " + key);
    }

    /** Returns whether an entry of this key is booked. */
    public boolean has(String key) {
        return store.exists(key);
    }

    /** Returns what an account owns as of an instant, that included; nothing when it never had any. */
    public Money balance(Account account, Currency currency, Instant asOf) {
        return new Money(store.balance(account, currency, asOf), currency);
    }

    /** Returns what an account owns now. */
    public Money balance(Account account, Currency currency) {
        return balance(account, currency, clock.instant());
    }

    /** Returns what moved an account from an instant on and before another, by the key of its entry, in the order of booking. */
    public Map<String, Money> movements(Account account, Instant from, Instant until) {
        return store.movements(account, from, until);
    }

    /** Returns every entry about a subject, the oldest first. */
    public List<Booked> about(long subject) {
        return new ArrayList<>(store.about(subject));
    }
}
