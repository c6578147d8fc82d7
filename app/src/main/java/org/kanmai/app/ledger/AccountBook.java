package org.kanmai.app.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.kanmai.facts.Money;
import org.springframework.stereotype.Component;

/** Reads what accounts own and why, for statements and settlement. */
@Component
public class AccountBook {
    private final AccountBookStore store;

    AccountBook(AccountBookStore store) {
        this.store = store;
    }

    /** An account and what it owns. */
    public record Holding(Account account, Money amount) {}

    /** Returns what accounts own together as of an instant, that not included, in each currency that they ever had. */
    public List<Money> balances(Collection<Account> accounts, Instant before) {
        return store.balances(accounts, before);
    }

    /**
     * Returns what moved in a while by every entry that touched any of some accounts: theirs and everybody else's postings,
     * by kind of entry, kind of party and purpose.
     *
     * @param until it not included
     */
    public List<Flow> flows(Collection<Account> accounts, Currency currency, Instant from, Instant until) {
        return store.flows(accounts, currency, from, until);
    }

    /** Returns by what each entry of a while changed what accounts own together, the oldest first, at most so many. */
    public List<Movement> movements(
            Collection<Account> accounts, Currency currency, Instant from, Instant until, int limit) {
        return store.movements(accounts, currency, from, until, limit);
    }

    /** Returns accounts of a purpose that own at least so much in a currency, the richest first, at most so many. */
    public List<Holding> holding(Account.Purpose purpose, Money least, int limit) {
        return store.holding(purpose, least, limit);
    }
}
