package org.kanmai.facts;

/** A group of people who buy one thing together. */
public record GroupId(long value) implements Id {
    public GroupId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static GroupId parse(String text) {
        return new GroupId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
