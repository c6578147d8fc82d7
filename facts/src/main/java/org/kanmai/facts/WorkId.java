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

    /** Ids of the same second differ in few bits, which lie badly in tables: they are spread (Fibonacci hashing). */
    @Override
    public int hashCode() {
        return Long.hashCode(value * 0x9E3779B97F4A7C15L);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
