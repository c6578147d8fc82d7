package org.kanmai.facts;

/** A person with an account. */
public record PersonId(long value) implements Id {
    public PersonId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static PersonId parse(String text) {
        return new PersonId(Ids.parse(text));
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
