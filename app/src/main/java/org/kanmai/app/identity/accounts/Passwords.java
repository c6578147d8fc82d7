package org.kanmai.app.identity.accounts;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.IdentitySettings;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords, a few at a time. */
@Component
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final long waitMillis;
    private final String ofNobody;

    Passwords(PasswordEncoder encoder, IdentitySettings settings) {
        this.encoder = encoder;
        this.turns = new Semaphore(settings.hashings(), true);
        this.waitMillis = settings.hashingWait().toMillis();
        this.ofNobody = encode("the password of nobody");
    }

    /** Returns why a password can't be chosen; null when it can. */
    static @Nullable String fault(@Nullable String password, @Nullable String handle) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            return "must be " + SHORTEST + "-" + LONGEST + " characters";
        }
        boolean easy = password.chars().distinct().count() < FEWEST_DIFFERENT
                || (handle != null && password.equalsIgnoreCase(handle));
        return easy ? "is too easy to guess" : null;
    }

    String hash(String password) {
        return inTurn(() -> encode(password));
    }

    /** Compares in the same time whether there is a hash or, for an unknown person, none. */
    boolean matches(String password, Optional<String> hash) {
        var tried = password.length() > LONGEST ? "" : password;
        boolean same = inTurn(() -> encoder.matches(composed(tried), hash.orElse(ofNobody)));
        return same && hash.isPresent();
    }

    private String encode(String password) {
        var hash = encoder.encode(composed(password));
        if (hash == null) {
            throw new IllegalStateException("the encoder returned no hash");
        }
        return hash;
    }

    /** The same password typed on another keyboard may come decomposed. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> hashing) {
        if (!turn()) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "Busy",
                    "Many people are signing in; try again in a moment.");
        }
        try {
            return hashing.get();
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
