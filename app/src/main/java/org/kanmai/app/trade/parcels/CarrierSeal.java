package org.kanmai.app.trade.parcels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.kanmai.app.trade.parcels.Carrier.Sent;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;

/** Signs what the embedded carrier tells, and checks it: Ed25519 over path, time and body. */
final class CarrierSeal {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair keys;
    private final Clock clock;

    private CarrierSeal(KeyPair keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns a seal with keys that nobody else has. */
    static CarrierSeal fresh(Clock clock) {
        try {
            return new CarrierSeal(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair(), clock);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    Sent sign(String path, String body) {
        var time = Long.toString(clock.instant().getEpochSecond());
        try {
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(keys.getPrivate());
            signer.update(message(path, time, body));
            return new Sent(path, time, Base64.getEncoder().encodeToString(signer.sign()), body);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Refuses with 401 what was not signed by its keys within five minutes. */
    void check(Sent sent) {
        boolean timed = sent.time().matches("[0-9]{1,12}") && isFresh(Long.parseLong(sent.time()));
        if (!timed || !isSigned(sent)) {
            throw new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "not-signed",
                    "Not from the carrier",
                    "The signature does not hold, or its time is more than five minutes away.");
        }
    }

    private boolean isFresh(long second) {
        return Math.abs(clock.instant().getEpochSecond() - second) <= FRESH.toSeconds();
    }

    private boolean isSigned(Sent sent) {
        try {
            var checker = Signature.getInstance(ALGORITHM);
            checker.initVerify(keys.getPublic());
            checker.update(message(sent.path(), sent.time(), sent.body()));
            return checker.verify(Base64.getDecoder().decode(sent.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] message(String path, String time, String body) {
        return String.join("\n", "POST", path, time, body).getBytes(UTF_8);
    }
}
