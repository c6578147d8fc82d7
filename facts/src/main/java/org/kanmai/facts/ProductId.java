package org.kanmai.facts;

/** Something that a shop sells. */
public record ProductId(long value) implements Id {
    public ProductId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ProductId parse(String text) {
        return new ProductId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
