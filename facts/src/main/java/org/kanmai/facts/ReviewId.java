package org.kanmai.facts;

/** A review case about a subject. */
public record ReviewId(long value) implements Id {
    public ReviewId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ReviewId parse(String text) {
        return new ReviewId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
