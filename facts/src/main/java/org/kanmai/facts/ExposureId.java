package org.kanmai.facts;

/** One item of one page; the trace of all that follows from it. */
public record ExposureId(long value) implements Id {
    public ExposureId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static ExposureId parse(String text) {
        return new ExposureId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
