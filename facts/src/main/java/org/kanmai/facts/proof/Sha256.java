package org.kanmai.facts.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 9162 section 2.1.1, with SHA-256; for one thread at a time. */
public final class Sha256 {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = digest();

    /** Returns the hash of an empty tree, 32 bytes. */
    public byte[] empty() {
        return digest.digest();
    }

    /** Returns the hash of a leaf: SHA-256(0x00 ‖ record), 32 bytes. */
    public byte[] leaf(byte[] record) {
        digest.update(LEAF);
        return digest.digest(record);
    }

    /** Returns the hash of a leaf whose record lies among other bytes, 32 bytes. */
    public byte[] leaf(byte[] bytes, int from, int length) {
        digest.update(LEAF);
        digest.update(bytes, from, length);
        return digest.digest();
    }

    /** Returns the hash of a node: SHA-256(0x01 ‖ left ‖ right), 32 bytes. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** Returns the plain hash of some bytes, 32 bytes. */
    public byte[] plain(byte[] bytes) {
        return digest.digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }
}
