package org.kanmai.facts;

/** A buyer's wish to give units of an order back. */
public record ReturnId(long value) implements Id {
    public ReturnId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ReturnId parse(String text) {
        return new ReturnId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
