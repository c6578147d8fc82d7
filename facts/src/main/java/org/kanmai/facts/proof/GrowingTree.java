package org.kanmai.facts.proof;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Binary;

/** A Merkle tree of which only the complete subtrees at its right edge are kept: it grows by leaves and knows its root. */
public final class GrowingTree {
    private final Sha256 hash = new Sha256();
    private final List<byte[]> edge = new ArrayList<>();
    private final NewNode told;
    private long size;

    /** Is told of each subtree that becomes complete, leaves included. */
    @FunctionalInterface
    public interface NewNode {
        /** Takes the hash of the subtree over leaves {@code place · 2^level} to {@code (place + 1) · 2^level - 1}. */
        void is(int level, long place, byte[] hash);
    }

    /** An empty tree. */
    public GrowingTree() {
        this((level, place, hash) -> {});
    }

    /** An empty tree that tells of its nodes. */
    public GrowingTree(NewNode told) {
        this.told = told;
    }

    /** A tree of a size, its edge taken from its nodes. */
    public GrowingTree(long size, MerkleProofs.Nodes nodes, NewNode told) {
        this.told = told;
        this.size = size;
        long from = 0;
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                edge.add(nodes.at(level, from >> level));
                from += 1L << level;
            }
        }
    }

    /** Adds a record as the next leaf. */
    public void add(byte[] record) {
        addLeaf(hash.leaf(record));
    }

    /** Adds the hash of the next leaf. */
    public void addLeaf(byte[] leaf) {
        byte[] node = leaf;
        int level = 0;
        told.is(level, size, node);
        for (long left = size; (left & 1) == 1; left >>= 1) {
            node = hash.node(edge.removeLast(), node);
            level++;
            told.is(level, left >> 1, node);
        }
        edge.add(node);
        size++;
    }

    /** Returns how many leaves it has. */
    public long size() {
        return size;
    }

    /** Returns the root over all leaves so far, 32 bytes. */
    public Binary root() {
        if (edge.isEmpty()) {
            return Binary.of(hash.empty());
        }
        byte[] root = edge.getLast();
        for (int at = edge.size() - 2; at >= 0; at--) {
            root = hash.node(edge.get(at), root);
        }
        return Binary.of(root);
    }
}
