package org.kanmai.app.catalog.origin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.kanmai.facts.Code;

/**
 * One entry of a batch's record.
 *
 * @param place from 1 on, without gaps
 * @param spot where it happened
 * @param at when it happened, as its teller says
 * @param toldAt when it was told here
 * @param hash of this entry and the one before, in hex
 */
record OriginEntry(int place, Kind kind, String spot, String words, Instant at, Instant toldAt, String hash) {
    /** What stands before the first entry. */
    static final String NOTHING = "0".repeat(64);

    private static final String RULE = "kanmai-origin-1";

    /** What happened. */
    enum Kind implements Code {
        PRODUCED,
        PROCESSED,
        INSPECTED,
        PACKED,
        SHIPPED;

        @JsonCreator
        static Kind of(String code) {
            return Code.parse(Kind.class, code);
        }
    }

    /** Seals an entry onto the one before; times are kept to the second. */
    static OriginEntry sealed(
            long batch, int place, Kind kind, String spot, String words, Instant at, Instant toldAt, String before) {
        var happened = at.truncatedTo(ChronoUnit.SECONDS);
        var told = toldAt.truncatedTo(ChronoUnit.SECONDS);
        var text = String.join(
                "\n",
                RULE,
                Long.toString(batch),
                Integer.toString(place),
                kind.code(),
                spot,
                words,
                happened.toString(),
                told.toString(),
                before);
        return new OriginEntry(place, kind, spot, words, happened, told, hash(text));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }

    /** Returns whether this is what was sealed onto the one before. */
    boolean follows(long batch, String before) {
        return sealed(batch, place, kind, spot, words, at, toldAt, before).equals(this);
    }
}
