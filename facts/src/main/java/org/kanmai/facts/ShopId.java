package org.kanmai.facts;

/** A shop of one owner. */
public record ShopId(long value) implements Id {
    public ShopId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ShopId parse(String text) {
        return new ShopId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
