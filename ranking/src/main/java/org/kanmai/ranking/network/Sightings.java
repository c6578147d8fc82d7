package org.kanmai.ranking.network;

/**
 * About how often ids without a row were seen, in a bounded number of bytes: a count-min sketch that is halved from time
 * to time. It never tells less than what was seen since it was halved.
 */
final class Sightings {
    private static final int MOST = 255;

    private final byte[] counts;
    private long added;

    /** Takes how many ids it should tell apart. */
    Sightings(int ids) {
        this(new byte[4 * Integer.highestOneBit(Math.max(ids, 16))], 0);
    }

    Sightings(byte[] counts, long added) {
        this.counts = counts;
        this.added = added;
    }

    /** Adds so many and returns how often the id was seen. */
    int add(int table, long id, int times) {
        long hash = IdIndex.hash(table, id);
        int mask = counts.length - 1;
        int one = (int) hash & mask;
        int other = (int) (hash >>> 32) & mask;
        int count = Math.min(MOST, Math.min(counts[one] & 0xFF, counts[other] & 0xFF) + times);
        counts[one] = (byte) Math.max(counts[one] & 0xFF, count);
        counts[other] = (byte) Math.max(counts[other] & 0xFF, count);
        added += times;
        if (added >= counts.length) {
            halve();
        }
        return count;
    }

    private void halve() {
        for (int at = 0; at < counts.length; at++) {
            counts[at] = (byte) ((counts[at] & 0xFF) >>> 1);
        }
        added = 0;
    }

    byte[] counts() {
        return counts;
    }

    long added() {
        return added;
    }
}
