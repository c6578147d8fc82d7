package org.kanmai.facts;

/** A buyer's complaint about an order. */
public record ComplaintId(long value) implements Id {
    public ComplaintId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ComplaintId parse(String text) {
        return new ComplaintId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
