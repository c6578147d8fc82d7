package org.kanmai.app.insight.lake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.kanmai.facts.Binary;

/** The root of a Merkle tree over records, as RFC 9162 section 2.1.1 defines it, with SHA-256. */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    /** Returns the root over the original bytes of records in their order, 32 bytes. */
    Binary root(List<byte[]> records) {
        return Binary.of(tree(records));
    }

    private byte[] tree(List<byte[]> records) {
        if (records.isEmpty()) {
            return digest.digest();
        }
        if (records.size() == 1) {
            digest.update(LEAF);
            return digest.digest(records.getFirst());
        }
        int left = Integer.highestOneBit(records.size() - 1);
        byte[] first = tree(records.subList(0, left));
        byte[] second = tree(records.subList(left, records.size()));
        digest.update(NODE);
        digest.update(first);
        return digest.digest(second);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }
}
