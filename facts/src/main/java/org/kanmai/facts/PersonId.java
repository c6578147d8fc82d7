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

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
