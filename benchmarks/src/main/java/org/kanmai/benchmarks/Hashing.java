package org.kanmai.benchmarks;

import java.util.stream.IntStream;
import org.kanmai.facts.proof.Sha256;

/** How many records a second could be verified if it took nothing but their hashes, on all cores: a leaf and a node for each. */
final class Hashing {
    private static final int RECORDS = 1_000_000;

    private final byte[] record;

    /** Takes how many bytes a record has. */
    Hashing(int bytes) {
        this.record = new byte[bytes];
    }

    /** Returns what a run reaches, once the code is compiled. */
    double recordsPerSecond() {
        hash();
        long started = System.nanoTime();
        int cores = Runtime.getRuntime().availableProcessors();
        int hashed = IntStream.range(0, cores).parallel().map(core -> hash()).sum();
        return hashed / ((System.nanoTime() - started) / 1e9);
    }

    private int hash() {
        var hash = new Sha256();
        byte[] node = hash.empty();
        for (int at = 0; at < RECORDS; at++) {
            node = hash.node(node, hash.leaf(record, 0, record.length));
        }
        return node.length == 0 ? 0 : RECORDS;
    }
}
