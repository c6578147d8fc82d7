package org.kanmai.facts;

/** What a merchant offers to groups: one variant, at prices that fall with the number of people. */
public record DealId(long value) implements Id {
    public DealId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static DealId parse(String text) {
        return new DealId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
