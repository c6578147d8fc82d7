package org.kanmai.facts;

/** A short video that a creator offers. */
public record WorkId(long value) implements Id {
    public WorkId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static WorkId parse(String text) {
        return new WorkId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
