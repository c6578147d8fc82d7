package org.kanmai.facts;

/** What a buyer pays at once, for one order or several. */
public record PaymentId(long value) implements Id {
    public PaymentId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static PaymentId parse(String text) {
        return new PaymentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
