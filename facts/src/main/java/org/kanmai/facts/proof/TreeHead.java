package org.kanmai.facts.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.kanmai.facts.Binary;

/**
 * What the site says of its ledger at one time, for ever: how many entries it has and the root over them; signed, and chained to what
 * it said before.
 *
 * <p>As a line of text: {@code kanmai-head-1 SIZE ROOT AT PREVIOUS KEY SIGNATURE}, divided by single spaces; the signature is over
 * all before it but the space.
 *
 * @param size entries in the tree, at least one
 * @param root over them, 32 bytes
 * @param at when it was signed, to the millisecond
 * @param previous SHA-256 of the line of the head before it; empty for the first
 * @param key name of the key
 * @param signature Ed25519
 */
public record TreeHead(long size, Binary root, Instant at, Binary previous, String key, Binary signature) {
    private static final String FORM = "kanmai-head-1";
    private static final String NONE = "-";
    private static final int WORDS = 7;

    public TreeHead {
        if (size < 1 || root.bytes().length != 32 || !key.matches("[A-Za-z0-9]{1,20}")) {
            throw new IllegalArgumentException("not a head: " + size + " entries, key " + key);
        }
    }

    /** Returns a head with what {@code signer} makes of its text: an Ed25519 signature by the key of that name. */
    public static TreeHead sign(
            long size, Binary root, Instant at, Binary previous, String key, UnaryOperator<byte[]> signer) {
        var unsigned = new TreeHead(size, root, Instant.ofEpochMilli(at.toEpochMilli()), previous, key, Binary.EMPTY);
        var signature = Binary.of(signer.apply(bytes(unsigned.text())));
        return new TreeHead(size, root, unsigned.at, previous, key, signature);
    }

    /** Returns whether the holder of a key signed it. */
    public boolean isSignedBy(PublicKey holder) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(holder);
            check.update(bytes(text()));
            return check.verify(signature.bytes());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Returns the line. */
    public String line() {
        return text() + " " + signature;
    }

    /** Returns what the next head calls its previous, 32 bytes. */
    public Binary hash() {
        return Binary.of(new Sha256().plain(bytes(line())));
    }

    /** Reads a line; throws {@link IllegalArgumentException} for anything else. */
    public static TreeHead parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(FORM)) {
            throw new IllegalArgumentException("not a head of the ledger");
        }
        return new TreeHead(
                Long.parseLong(words[1]),
                Binary.parse(words[2]),
                Instant.ofEpochMilli(Long.parseLong(words[3])),
                words[4].equals(NONE) ? Binary.EMPTY : Binary.parse(words[4]),
                words[5],
                Binary.parse(words[6]));
    }

    private String text() {
        return String.join(
                " ",
                FORM,
                Long.toString(size),
                root.toString(),
                Long.toString(at.toEpochMilli()),
                previous.isEmpty() ? NONE : previous.toString(),
                key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
