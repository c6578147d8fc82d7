package org.kanmai.facts.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.UnaryOperator;
import org.kanmai.facts.Binary;

/**
 * What the site says of its traffic in a month, for ever: the hash of the report's bytes, signed.
 *
 * <p>As a line of text: {@code kanmai-report-1 MONTH HASH AT KEY SIGNATURE}, divided by single spaces; the signature is over all before
 * it but the space.
 *
 * @param hash SHA-256 of the report, 32 bytes
 * @param at when it was signed, to the millisecond
 * @param key name of the key
 * @param signature Ed25519
 */
public record ReportSeal(YearMonth month, Binary hash, Instant at, String key, Binary signature) {
    private static final String FORM = "kanmai-report-1";
    private static final int WORDS = 6;

    public ReportSeal {
        if (hash.bytes().length != 32 || !key.matches("[A-Za-z0-9]{1,20}")) {
            throw new IllegalArgumentException("not the seal of a report: " + month + ", key " + key);
        }
    }

    /** Returns a seal with what {@code signer} makes of its text: an Ed25519 signature by the key of that name. */
    public static ReportSeal sign(YearMonth month, Binary hash, Instant at, String key, UnaryOperator<byte[]> signer) {
        var unsigned = new ReportSeal(month, hash, Instant.ofEpochMilli(at.toEpochMilli()), key, Binary.EMPTY);
        return new ReportSeal(month, hash, unsigned.at, key, Binary.of(signer.apply(bytes(unsigned.text()))));
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

    /** Returns whether it is of these bytes. */
    public boolean isOf(byte[] report) {
        return Binary.of(new Sha256().plain(report)).equals(hash);
    }

    /** Returns the line. */
    public String line() {
        return text() + " " + signature;
    }

    /** Reads a line; throws {@link IllegalArgumentException} for anything else. */
    public static ReportSeal parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(FORM) || !words[1].matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new IllegalArgumentException("not the seal of a report");
        }
        return new ReportSeal(
                YearMonth.parse(words[1]),
                Binary.parse(words[2]),
                Instant.ofEpochMilli(Long.parseLong(words[3])),
                words[4],
                Binary.parse(words[5]));
    }

    private String text() {
        return String.join(" ", FORM, month.toString(), hash.toString(), Long.toString(at.toEpochMilli()), key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
