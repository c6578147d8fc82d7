package org.kanmai.facts;

/** What a shop or the site takes off a price, on terms of its own. */
public record CouponId(long value) implements Id {
    public CouponId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static CouponId parse(String text) {
        return new CouponId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
