package org.kanmai.ranking;

import org.kanmai.facts.Watched;

/**
 * What interests remember of one exposure, so that a later report can replace an earlier one: 16 bits of sequence, 16
 * bits of signal in thousandths, 32 bits of seconds since 1970.
 */
record Watch(int sequence, double signal, long second) {
    private static final int MOST_REPORTS = 0xFFFF;

    static Watch of(Watched watched) {
        int sequence = Math.min(watched.sequence(), MOST_REPORTS);
        double rounded = Math.round(Signals.watched(watched) * 1000) / 1000.0;
        return new Watch(sequence, rounded, watched.at().getEpochSecond());
    }

    static Watch unpack(long packed) {
        return new Watch((int) (packed >>> 48), (short) (packed >>> 32) / 1000.0, packed & 0xFFFF_FFFFL);
    }

    long pack() {
        long thousandths = Math.round(signal * 1000) & 0xFFFF;
        return ((long) sequence << 48) | (thousandths << 32) | (second & 0xFFFF_FFFFL);
    }
}
