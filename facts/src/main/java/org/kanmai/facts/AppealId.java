package org.kanmai.facts;

/** What somebody asks friends to help with. */
public record AppealId(long value) implements Id {
    public AppealId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static AppealId parse(String text) {
        return new AppealId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
