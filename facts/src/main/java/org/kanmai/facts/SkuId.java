package org.kanmai.facts;

/** One variant of a product, which has a price and a stock. */
public record SkuId(long value) implements Id {
    public SkuId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static SkuId parse(String text) {
        return new SkuId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
