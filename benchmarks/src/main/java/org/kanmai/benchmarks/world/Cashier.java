package org.kanmai.benchmarks.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.kanmai.benchmarks.http.Request;

/** Tells of payments as the sandbox does, signed with its key, the moment a buyer has paid: docs/sandbox.md. */
public final class Cashier {
    private static final String PATH = "/api/payments/notifications/sandbox";

    private final PrivateKey key;
    private final Clock clock = Clock.systemUTC();

    /** Takes the provider's key from the data folder of the server. */
    public Cashier(Path data) {
        try {
            var pem = Files.readString(data.resolve("secrets/sandbox/provider-private.pem"));
            var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Returns the notification that a payment of some fen is paid. */
    public Request paid(String payment, long minor) {
        var now = clock.instant();
        var body = """
                {"event": "%s", "kind": "payment.paid", "payment": "%s", "refund": null, "amount": {"minor": %d, "currency": "CNY"}, "at": "%s"}""".formatted(UUID.randomUUID(), payment, minor, now);
        return Request.json("POST", PATH, signed(body, now), body);
    }

    private Map<String, String> signed(String body, Instant now) {
        var time = Long.toString(now.getEpochSecond());
        var nonce = UUID.randomUUID().toString();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(String.join("\n", "POST", PATH, time, nonce, body).getBytes(UTF_8));
            var proof = Base64.getEncoder().encodeToString(signature.sign());
            return Map.of("Pay-Timestamp", time, "Pay-Nonce", nonce, "Pay-Signature", proof);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
