package org.kanmai.app.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.kanmai.facts.Money;

/**
 * What is left of an entry after its earlier reversals.
 *
 * <p>Shares are taken of what is left and not of what was, so that reversing the rest leaves exactly nothing everywhere.
 */
final class Remainder {
    private final Map<Account, Money> left = new LinkedHashMap<>();

    Remainder(List<Posting> booked, List<Posting> reversed) {
        Stream.concat(booked.stream(), reversed.stream())
                .forEach(posting -> left.merge(posting.account(), posting.amount(), Money::plus));
    }

    /** Returns postings that take a part of what each account got back to those who gave it. */
    List<Posting> reverse(Money part) {
        var takers = accounts(true);
        var givers = accounts(false);
        var total = takers.stream().map(this::left).reduce(part.zero(), Money::plus);
        if (part.minor() <= 0 || part.minor() > total.minor()) {
            throw new IllegalArgumentException(part + " can't be reversed of " + total);
        }
        var postings = new ArrayList<Posting>();
        share(part, takers).forEach((account, amount) -> add(postings, account, amount.negated()));
        share(part, givers).forEach((account, amount) -> add(postings, account, amount));
        return postings;
    }

    /** Returns postings that reverse all that is left. */
    List<Posting> all() {
        var postings = new ArrayList<Posting>();
        left.forEach((account, amount) -> add(postings, account, amount.negated()));
        return postings;
    }

    /** Refuses postings by which somebody would give or get back more than is left. */
    void require(List<Posting> postings) {
        var after = new LinkedHashMap<>(left);
        postings.forEach(posting -> after.merge(posting.account(), posting.amount(), Money::plus));
        after.forEach((account, amount) -> {
            var before = left.get(account);
            if (before == null || (!amount.isZero() && amount.isNegative() != before.isNegative())) {
                throw new IllegalArgumentException("less than asked for is left in " + account);
            }
        });
    }

    /** Returns postings that make free what each account still holds. */
    List<Posting> release() {
        var postings = new ArrayList<Posting>();
        for (var account : accounts(true)) {
            if (account.purpose() == Account.Purpose.HELD) {
                add(postings, account, left(account).negated());
                add(postings, account.freed(), left(account));
            }
        }
        return postings;
    }

    private List<Account> accounts(boolean whichGot) {
        return left.keySet().stream()
                .filter(account -> !left(account).isZero())
                .filter(account -> left(account).isNegative() != whichGot)
                .toList();
    }

    private Map<Account, Money> share(Money part, List<Account> among) {
        var weights = among.stream()
                .mapToLong(account -> Math.absExact(left(account).minor()))
                .toArray();
        var parts = part.split(weights);
        var shares = new LinkedHashMap<Account, Money>();
        for (int index = 0; index < parts.size(); index++) {
            shares.put(among.get(index), parts.get(index));
        }
        return shares;
    }

    private Money left(Account account) {
        return Objects.requireNonNull(left.get(account));
    }

    private static void add(List<Posting> postings, Account account, Money amount) {
        if (!amount.isZero()) {
            postings.add(new Posting(account, amount));
        }
    }
}
