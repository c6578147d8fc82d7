package org.kanmai.facts;

/** A link that somebody has shared. */
public record ShareId(long value) implements Id {
    public ShareId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ShareId parse(String text) {
        return new ShareId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
