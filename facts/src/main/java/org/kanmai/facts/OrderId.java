package org.kanmai.facts;

/** What one buyer orders from one shop at once. */
public record OrderId(long value) implements Id {
    public OrderId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static OrderId parse(String text) {
        return new OrderId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
