package org.kanmai.facts;

/** One page that was served. */
public record PageId(long value) implements Id {
    public PageId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static PageId parse(String text) {
        return new PageId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
