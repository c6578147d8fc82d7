package org.kanmai.app.live.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With which key a host pushes: 128 random bits, which only the host sees and which can be renewed. */
@Component
class StreamKeys {
    private static final int BYTES = 16;

    private final StreamKeyStore store;
    private final Vault vault;
    private final Clock clock;

    StreamKeys(StreamKeyStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** Returns the host's key, which is made the first time. */
    String of(PersonId person) {
        return store.sealed(person)
                .map(kept -> new String(vault.open(kept.bytes()), UTF_8))
                .orElseGet(() -> renew(person));
    }

    /** Makes another key; the one before is worth nothing any more. */
    String renew(PersonId person) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        store.put(person, hash(key), vault.seal(key.getBytes(UTF_8)), clock.instant());
        return key;
    }

    /** Returns whose key it is. */
    Optional<PersonId> owner(String key) {
        return store.owner(hash(key));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }

    @EventListener
    void erased(PersonErased event) {
        store.remove(event.person());
    }
}
