package org.kanmai.app.river;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.kanmai.facts.Code;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.springframework.stereotype.Component;

/**
 * Makes and checks item tokens: the terms in a fixed binary layout, then 16 bytes of HMAC-SHA256 (RFC 2104), in base64url.
 *
 * <p>Layout 1: layout, key (1 byte each); exposure, page, request, pseudonym, subject (8 each); subject kind, surface, source,
 * slot, stratum (1 each); position (2); policy, duration (4 each); propensity, time served (8 each).
 */
@Component
class ItemTokens {
    private static final byte LAYOUT = 1;
    private static final int BODY = 2 + 5 * 8 + 5 + 2 + 8 + 16;
    private static final int MAC = 16;

    private final Keys keys;
    private final Clock clock;
    private final RiverSettings settings;

    ItemTokens(Keys keys, Clock clock, RiverSettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a token turned out to be. */
    sealed interface Checked {
        /** It is ours and fresh. */
        record Valid(ItemToken token) implements Checked {}

        /** It is not ours, or was changed. */
        record Forged() implements Checked {}

        /** It is ours, and older than a day. */
        record Expired() implements Checked {}
    }

    String mint(ItemToken token) {
        var newest = keys.newestToken();
        var bytes = ByteBuffer.allocate(BODY + MAC);
        write(bytes.put(LAYOUT).put(newest.getKey().byteValue()), token);
        bytes.put(mac(newest.getValue(), bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Checked check(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return new Checked.Forged();
        }
        if (bytes.length != BODY + MAC || bytes[0] != LAYOUT) {
            return new Checked.Forged();
        }
        var key = keys.token(Byte.toUnsignedInt(bytes[1]));
        var claimed = Arrays.copyOfRange(bytes, BODY, BODY + MAC);
        if (key.isEmpty() || !MessageDigest.isEqual(claimed, mac(key.get(), bytes))) {
            return new Checked.Forged();
        }
        var token = read(ByteBuffer.wrap(bytes, 2, BODY - 2));
        boolean expired = token.servedAt().plus(settings.tokenAge()).isBefore(clock.instant());
        return expired ? new Checked.Expired() : new Checked.Valid(token);
    }

    private static void write(ByteBuffer bytes, ItemToken token) {
        var terms = token.terms();
        bytes.putLong(terms.exposure().value())
                .putLong(terms.page().value())
                .putLong(terms.request())
                .putLong(terms.pseudonym().value())
                .putLong(terms.subject().id())
                .put(terms.subject().kind().number())
                .put(terms.surface().number())
                .put(terms.source().number())
                .put(terms.slot().number())
                .put((byte) terms.stratum())
                .putShort((short) terms.position())
                .putInt(terms.policy())
                .putInt(token.durationMillis())
                .putDouble(terms.propensity())
                .putLong(token.servedAt().toEpochMilli());
    }

    private static ItemToken read(ByteBuffer bytes) {
        var exposure = new ExposureId(bytes.getLong());
        var page = new PageId(bytes.getLong());
        long request = bytes.getLong();
        var pseudonym = new Pseudonym(bytes.getLong());
        long id = bytes.getLong();
        var subject = new Subject(Code.of(SubjectKind.class, bytes.get()), id);
        var surface = Code.of(Surface.class, bytes.get());
        var source = Code.of(Source.class, bytes.get());
        var slot = Code.of(SlotKind.class, bytes.get());
        int stratum = bytes.get();
        int position = bytes.getShort();
        int policy = bytes.getInt();
        int duration = bytes.getInt();
        double propensity = bytes.getDouble();
        var servedAt = Instant.ofEpochMilli(bytes.getLong());
        var terms = new Terms(
                exposure,
                page,
                request,
                pseudonym,
                subject,
                surface,
                position,
                source,
                slot,
                propensity,
                policy,
                stratum);
        return new ItemToken(terms, duration, servedAt);
    }

    private static byte[] mac(SecretKey key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(bytes, 0, BODY);
            return Arrays.copyOf(mac.doFinal(), MAC);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", missing);
        }
    }
}
