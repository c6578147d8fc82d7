package org.kanmai.facts;

/** A flash sale: some units of one variant, at a price of their own for a while. */
public record SaleId(long value) implements Id {
    public SaleId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static SaleId parse(String text) {
        return new SaleId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
