package org.kanmai.facts;

/** What a buyer says of a line that was received, or what is said below it. */
public record ProductReviewId(long value) implements Id {
    public ProductReviewId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ProductReviewId parse(String text) {
        return new ProductReviewId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
