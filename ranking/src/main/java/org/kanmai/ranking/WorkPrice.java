package org.kanmai.ranking;

import java.time.Duration;
import org.kanmai.facts.WorkId;

/**
 * What the first product that a work shows costs at least.
 *
 * @param currency empty where it shows none that can be bought
 * @param minor in its minor units
 */
public record WorkPrice(String currency, long minor) {
    /** For how long it is kept before it is looked up again. */
    public static final Duration KEPT = Duration.ofMinutes(10);

    /** Of a work that shows nothing that can be bought. */
    public static final WorkPrice NONE = new WorkPrice("", 0);

    private static final int LAYOUT = 1;

    public WorkPrice {
        if (minor < 0 || currency.isEmpty() != (minor == 0)) {
            throw new IllegalArgumentException("a price of " + minor + " " + currency);
        }
    }

    /** Returns the Redis key of a work's price. */
    public static String key(WorkId work) {
        return "work:" + work + ":price";
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        return new LayoutWriter(LAYOUT).text(currency).number(minor).bytes();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static WorkPrice parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        return new WorkPrice(in.text(), in.number());
    }
}
