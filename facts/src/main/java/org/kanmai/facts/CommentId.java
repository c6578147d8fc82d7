package org.kanmai.facts;

/** A comment or a reply below a work. */
public record CommentId(long value) implements Id {
    public CommentId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static CommentId parse(String text) {
        return new CommentId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
