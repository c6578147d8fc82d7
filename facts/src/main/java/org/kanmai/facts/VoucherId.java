package org.kanmai.facts;

/** A coupon that one person has taken. */
public record VoucherId(long value) implements Id {
    public VoucherId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static VoucherId parse(String text) {
        return new VoucherId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
