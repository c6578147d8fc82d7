package org.kanmai.app.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;

/**
 * Signs what goes to the sandbox and checks what comes from it: Ed25519 over method, path, time, number and body, by Bouncy Castle,
 * which takes a fraction of the JDK's time for it.
 */
final class Seal {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ed25519PrivateKeyParameters own;
    private final Ed25519PublicKeyParameters theirs;
    private final Clock clock;

    Seal(Path merchantKey, Path providerKey, Clock clock) {
        try {
            this.own = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(pem(merchantKey));
            this.theirs = (Ed25519PublicKeyParameters) PublicKeyFactory.createKey(pem(providerKey));
        } catch (IOException | ClassCastException wrong) {
            throw new IllegalStateException(merchantKey + " or " + providerKey + " is no Ed25519 key", wrong);
        }
        this.clock = clock;
    }

    private static byte[] pem(Path file) {
        try {
            var text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return Base64.getMimeDecoder().decode(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the headers of a request. */
    Map<String, String> sign(String method, String path, String body) {
        var time = Long.toString(clock.instant().getEpochSecond());
        var random = new byte[NONCE];
        RANDOM.nextBytes(random);
        var nonce = HexFormat.of().formatHex(random);
        var message = String.join("\n", method, path, time, nonce, body).getBytes(UTF_8);
        var signer = signer(true, own, message);
        var signed = Base64.getEncoder().encodeToString(signer.generateSignature());
        return Map.of("Pay-Timestamp", time, "Pay-Nonce", nonce, "Pay-Signature", signed);
    }

    private static Ed25519Signer signer(boolean signs, CipherParameters key, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(signs, key);
        signer.update(message, 0, message.length);
        return signer;
    }

    /** Returns the number of a notification; refuses with 401 what the sandbox did not sign within five minutes. */
    String check(Sent sent) {
        var time = sent.headers().get("Pay-Timestamp");
        var nonce = sent.headers().get("Pay-Nonce");
        if (!time.matches("[0-9]{1,12}") || !nonce.matches("[A-Za-z0-9_-]{16,64}") || !isFresh(Long.parseLong(time))) {
            throw refused();
        }
        var text = String.join("\n", "POST", sent.path(), time, nonce, sent.body());
        if (!isSigned(text, sent.headers().get("Pay-Signature"))) {
            throw refused();
        }
        return nonce;
    }

    private boolean isFresh(long second) {
        return Math.abs(clock.instant().getEpochSecond() - second) <= FRESH.toSeconds();
    }

    private boolean isSigned(String text, String claimed) {
        try {
            return signer(false, theirs, text.getBytes(UTF_8))
                    .verifySignature(Base64.getDecoder().decode(claimed));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Refusal refused() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "not-signed",
                "Not from the provider",
                "The signature does not hold, or its time is more than five minutes away.");
    }
}
