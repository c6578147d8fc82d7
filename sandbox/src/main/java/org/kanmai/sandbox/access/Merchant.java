package org.kanmai.sandbox.access;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.http.Handler;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.http.Request;
import org.kanmai.sandbox.keys.Message;

/** Lets through what the merchant has signed, within five minutes, and only once. */
public final class Merchant {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    /** A timestamp may lie ahead by the tolerance, and is believed until as long after it. */
    private static final Duration REMEMBERED = TOLERANCE.multipliedBy(2).plusMinutes(1);

    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final PublicKey key;
    private final Database database;
    private final Clock clock;
    private final NonceStore nonces = new NonceStore();

    /** Believes the owner of this key. */
    public Merchant(PublicKey key, Database database, Clock clock) {
        this.key = key;
        this.database = database;
        this.clock = clock;
    }

    /** Returns a handler that refuses with 401 whom this merchant's signature doesn't vouch for. */
    public Handler only(Handler handler) {
        return request -> {
            check(request);
            return handler.answer(request);
        };
    }

    /** Forgets nonces whose timestamps nobody would believe any more. */
    public void forget() {
        database.transaction(session -> nonces.forget(session, clock.instant().minus(REMEMBERED)));
    }

    private void check(Request request) {
        var timestamp = wellFormed(request, "Pay-Timestamp", TIMESTAMP);
        var nonce = wellFormed(request, "Pay-Nonce", NONCE);
        var signature = request.header("Pay-Signature").orElse("");
        var now = clock.instant();
        if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE.toSeconds()) {
            throw refused("Pay-Timestamp is more than " + TOLERANCE.toSeconds() + " seconds off.");
        }
        var message = new Message(request.method(), request.target(), timestamp, nonce, request.body());
        if (!message.isSignedBy(key, signature)) {
            throw refused("Pay-Signature is not the merchant's.");
        }
        if (!database.transaction(session -> nonces.keep(session, nonce, now))) {
            throw refused("Pay-Nonce was used before.");
        }
    }

    private static String wellFormed(Request request, String header, Pattern pattern) {
        return request.header(header)
                .filter(value -> pattern.matcher(value).matches())
                .orElseThrow(() -> refused(header + " is missing or not well formed."));
    }

    private static Refusal refused(String detail) {
        return new Refusal(401, "not-signed", detail);
    }
}
