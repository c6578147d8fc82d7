package org.kanmai.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets the first operator in: there are no default accounts. */
@Component
public final class Invitations {
    private static final int CODE_BYTES = 24;

    private final InvitationStore store;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(InvitationStore store, IdentitySettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns a new one-time code when there is no operator, empty otherwise; the page {@code /welcome/<code>} signs up
     * with it. It lives for 24 hours and ends the one given before.
     */
    public Optional<String> firstOperator() {
        if (store.operatorExists()) {
            return Optional.empty();
        }
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        var code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.replace(hash(code), clock.instant().plus(settings.invitation()));
        return Optional.of(code);
    }

    /** Uses a code up, in the caller's transaction; false when it is not the one that is open. */
    public boolean accept(String code) {
        return store.use(hash(code), clock.instant());
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", impossible);
        }
    }
}
