package org.kanmai.facts.proof;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Binary;

/** Makes the proofs of RFC 9162 sections 2.1.3.1 and 2.1.4.1 from complete subtrees; each takes logarithmically many of them. */
public final class MerkleProofs {
    private final Nodes nodes;
    private final Sha256 hash = new Sha256();

    /** The complete subtrees of a tree. */
    @FunctionalInterface
    public interface Nodes {
        /** Returns the hash of the subtree over leaves {@code place · 2^level} to {@code (place + 1) · 2^level - 1}, 32 bytes. */
        byte[] at(int level, long place);
    }

    /** Takes where the subtrees are found. */
    public MerkleProofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Returns the path that proves a leaf, 0-based, to be in the tree of the first {@code size} leaves.
     *
     * @throws IllegalArgumentException when the tree has no such leaf
     */
    public List<Binary> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + leaf);
        }
        var path = new ArrayList<Binary>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<Binary> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(Binary.of(subtree(middle, to)));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(Binary.of(subtree(from, middle)));
        }
    }

    /**
     * Returns what proves that the tree of the first {@code size} leaves begins with that of the first {@code former}.
     *
     * @throws IllegalArgumentException unless 0 &lt; former ≤ size
     */
    public List<Binary> consistency(long former, long size) {
        if (former <= 0 || former > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves never had " + former);
        }
        var path = new ArrayList<Binary>();
        consistency(former, 0, size, true, path);
        return path;
    }

    private void consistency(long former, long from, long to, boolean known, List<Binary> path) {
        if (former == to - from) {
            if (!known) {
                path.add(Binary.of(subtree(from, to)));
            }
            return;
        }
        long left = split(to - from);
        if (former <= left) {
            consistency(former, from, from + left, known, path);
            path.add(Binary.of(subtree(from + left, to)));
        } else {
            consistency(former - left, from + left, to, false, path);
            path.add(Binary.of(subtree(from, from + left)));
        }
    }

    private byte[] subtree(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, from >> level);
        }
        long left = split(size);
        return hash.node(subtree(from, from + left), subtree(from + left, to));
    }

    /** The largest power of two that is smaller than a size of 2 or more. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
