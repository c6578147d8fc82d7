package org.kanmai.app.catalog.freight;

import org.kanmai.facts.Money;

/**
 * Goods that are sent together by one scheme.
 *
 * @param grams what all of them weigh
 * @param units how many they are
 * @param amount what they cost by the list, before any coupon
 */
public record Load(long grams, long units, Money amount) {

    /** Returns both together. */
    public Load plus(Load other) {
        return new Load(grams + other.grams, units + other.units, amount.plus(other.amount));
    }
}
