package org.kanmai.facts;

/** A random 63-bit number that stands for a viewer on the log; the row that maps it to a person is its key. */
public record Pseudonym(long value) implements Id {
    public Pseudonym {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static Pseudonym parse(String text) {
        return new Pseudonym(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
