package org.kanmai.ranking.features;

/** Makes ids of fields: bands are small numbers from 1 on, names and numbers of things are hashed to 32 bits, 0 says nothing. */
final class FieldId {
    private static final long TOP = 1L << 31;
    private static final int SHARES = 20;

    private FieldId() {}

    /** Returns the id of a thing that has a number. */
    static long of(long number) {
        long mixed = (number ^ (number >>> 31)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return TOP | (mixed >>> 33);
    }

    /** Returns the id of a name, by FNV-1a over its UTF-16 units. */
    static long of(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int at = 0; at < name.length(); at++) {
            hash = (hash ^ name.charAt(at)) * 0x100000001B3L;
        }
        return of(hash);
    }

    /** Returns the band of a count of 0 or more: two for each doubling. */
    static long count(double number) {
        return 1 + Math.round(2 * Math.log1p(Math.max(0, number)) / Math.log(2));
    }

    /** Returns the band of a price in its own currency: two for each doubling; 0 where there is no currency. */
    static long price(String currency, long minor) {
        return currency.isEmpty() ? 0 : of(currency + ' ' + count((double) minor));
    }

    /** Returns the band of a share in [0, 1], one of 20. */
    static long share(double share) {
        return 1 + Math.min(SHARES - 1, (long) (Math.clamp(share, 0, 1) * SHARES));
    }
}
