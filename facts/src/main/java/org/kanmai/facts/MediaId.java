package org.kanmai.facts;

/** A packaged video: its renditions, cover and sprites. */
public record MediaId(long value) implements Id {
    public MediaId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static MediaId parse(String text) {
        return new MediaId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
