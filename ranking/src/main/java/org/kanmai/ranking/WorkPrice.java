package org.kanmai.ranking;

/**
 * What the first product that a work shows costs at least.
 *
 * @param currency empty where it shows none that can be bought
 * @param minor in its minor units
 */
public record WorkPrice(String currency, long minor) {
    /** Of a work that shows nothing that can be bought. */
    public static final WorkPrice NONE = new WorkPrice("", 0);

    public WorkPrice {
        if (minor < 0 || currency.isEmpty() != (minor == 0)) {
            throw new IllegalArgumentException("a price of " + minor + " " + currency);
        }
    }
}
