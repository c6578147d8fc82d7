package org.kanmai.app.identity.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.kanmai.app.web.WebSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The key that wraps every other key; it comes from {@code KANMAI_MASTER_KEY} or from the data folder, never from the database. */
@Component
public final class MasterKey {
    static final int LENGTH = 32;

    private final SecretKey key;

    MasterKey(Environment environment, WebSettings settings) {
        var given = environment.getProperty("kanmai.master-key");
        var file = new MasterKeyFile(settings.data().resolve("keys").resolve("master.key"));
        this.key = aes(given == null || given.isBlank() ? file.readOrMake() : parse(given, "KANMAI_MASTER_KEY"));
    }

    /** Returns a new 256-bit key, wrapped; only this master key and the same context can unwrap it. */
    public byte[] wrapNew(String context) {
        return Sealing.seal(key, Sealing.random(LENGTH), bytes(context));
    }

    /** Unwraps a key; fails when it was wrapped by another master key. */
    public SecretKey unwrap(byte[] wrapped, String context) {
        try {
            return aes(Sealing.open(key, wrapped, bytes(context)));
        } catch (Sealing.SealBroken other) {
            throw new IllegalStateException(
                    "the master key is not the one that this database's keys were wrapped with: "
                            + "restore keys/master.key of the data folder, or set KANMAI_MASTER_KEY to the content of "
                            + "that file in the folder that the database was begun with");
        }
    }

    static byte[] parse(String base64, String from) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(from + " must hold 32 bytes in base64", malformed);
        }
        if (bytes.length != LENGTH) {
            throw new IllegalStateException(from + " must hold 32 bytes in base64, and holds " + bytes.length);
        }
        return bytes;
    }

    private static SecretKey aes(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
