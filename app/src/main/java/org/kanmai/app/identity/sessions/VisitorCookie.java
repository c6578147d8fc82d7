package org.kanmai.app.identity.sessions;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.kanmai.app.identity.keys.DataKeys;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;

/** The form of the visitor's cookie: version, pseudonym, day, consent, and 16 bytes of HMAC-SHA-256. */
@Component
final class VisitorCookie {
    private static final byte VERSION = 1;
    private static final int CONTENT = 1 + Long.BYTES + Integer.BYTES + 1;
    private static final int PROOF = 16;

    private final SecretKey key;

    VisitorCookie(DataKeys keys) {
        this.key = keys.current("visitor").key();
    }

    String write(Visitor visitor) {
        var content = ByteBuffer.allocate(CONTENT)
                .put(VERSION)
                .putLong(visitor.pseudonym().value())
                .putInt(Math.toIntExact(visitor.day().toEpochDay()))
                .put((byte) (visitor.profiled() ? 1 : 0))
                .array();
        var whole = ByteBuffer.allocate(CONTENT + PROOF).put(content).put(proof(content));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** Reads a cookie; what was not written here is empty. */
    Optional<Visitor> read(String value) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT + PROOF || bytes[0] != VERSION) {
            return Optional.empty();
        }
        var proof = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
        if (!MessageDigest.isEqual(proof, proof(Arrays.copyOf(bytes, CONTENT)))) {
            return Optional.empty();
        }
        var content = ByteBuffer.wrap(bytes, 1, CONTENT - 1);
        var pseudonym = new Pseudonym(content.getLong());
        return Optional.of(new Visitor(pseudonym, LocalDate.ofEpochDay(content.getInt()), content.get() == 1));
    }

    private byte[] proof(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), PROOF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java runtime", impossible);
        }
    }
}
