package org.kanmai.app.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;

/** Signs what goes to the sandbox and checks what comes from it: Ed25519 over method, path, time, number and body. */
final class Seal {
    private static final String ALGORITHM = "Ed25519";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrivateKey own;
    private final PublicKey theirs;
    private final Clock clock;

    Seal(Path merchantKey, Path providerKey, Clock clock) {
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            this.own = keys.generatePrivate(new PKCS8EncodedKeySpec(pem(merchantKey)));
            this.theirs = keys.generatePublic(new X509EncodedKeySpec(pem(providerKey)));
        } catch (GeneralSecurityException wrong) {
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
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(String.join("\n", method, path, time, nonce, body).getBytes(UTF_8));
            var signed = Base64.getEncoder().encodeToString(signature.sign());
            return Map.of("Pay-Timestamp", time, "Pay-Nonce", nonce, "Pay-Signature", signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(theirs);
            signature.update(text.getBytes(UTF_8));
            return signature.verify(Base64.getDecoder().decode(claimed));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
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
