package org.kanmai.app.ledger;

import java.util.List;
import java.util.TreeMap;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;

/**
 * A movement of money between accounts: its postings sum to zero for each currency.
 *
 * @param key names the one reason for it, such as {@code sale:17}; a second entry of the same key is not booked
 * @param subject the order that it is about
 */
public record Entry(Kind kind, String key, long subject, List<Posting> postings) {

    /** Why money moves. */
    public enum Kind implements Code {
        /** A provider has taken a buyer's money. */
        PAYMENT,
        /** An order is paid from its buyer's clearing account to everybody who has a share. */
        SALE,
        /** Every share of a sale goes back, or a part of each. */
        REFUND,
        /** What was held becomes free, or is held again. */
        RELEASE,
        /** Free money leaves the platform. */
        PAYOUT,
        /** Money leaves the platform back to its buyer. */
        RETURN,
        /** A shop gives a buyer something beyond a refund. */
        COMPENSATION,
        /** A shop brings along what it has sold elsewhere. */
        BROUGHT,
        /** What a shop has sold elsewhere is put right: a debt that nobody pays. */
        ADJUSTMENT,
        /** What a viewer gives a host, shared out as it is paid. */
        GIFT
    }

    public Entry {
        postings = List.copyOf(postings);
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("a key has 1-100 characters: " + key);
        }
        if (postings.size() < 2 || postings.size() > 1_000) {
            throw new IllegalArgumentException("an entry has 2-1000 postings, not " + postings.size());
        }
        refuseImbalance(key, postings);
    }

    private static void refuseImbalance(String key, List<Posting> postings) {
        var sums = new TreeMap<String, Money>();
        for (var posting : postings) {
            sums.merge(posting.amount().currency().getCurrencyCode(), posting.amount(), Money::plus);
        }
        sums.forEach((currency, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException(key + " is out of balance by " + sum);
            }
        });
    }

    /** Returns the movement of one amount from one account to another. */
    public static Entry move(Kind kind, String key, long subject, Money amount, Account from, Account to) {
        return new Entry(kind, key, subject, List.of(new Posting(from, amount.negated()), new Posting(to, amount)));
    }
}
