package org.kanmai.sandbox.money;

import java.util.Currency;

/**
 * An amount that can be paid: above zero, with a bound under which no sum of refunds overflows.
 *
 * @param minor in the smallest unit of the currency, such as fen or cents
 * @param currency a code of ISO 4217 that has minor units, such as CNY
 */
public record Amount(long minor, String currency) {
    /** The largest amount, in minor units. */
    public static final long MOST_MINOR = 1_000_000_000_000L;

    /** Throws {@link IllegalArgumentException} for what can't be paid. */
    public Amount {
        if (minor < 1 || minor > MOST_MINOR) {
            throw new IllegalArgumentException("minor is between 1 and " + MOST_MINOR + ": " + minor);
        }
        if (Currency.getInstance(currency).getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("nobody pays in " + currency);
        }
    }
}
