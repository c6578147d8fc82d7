package org.kanmai.app.identity.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.kanmai.app.identity.keys.Sealing.SealBroken;
import org.kanmai.app.web.Vault;
import org.springframework.stereotype.Component;

/** Seals what other modules must keep secret: the key's version, 4 bytes, then what {@link Sealing} makes. */
@Component
final class SiteVault implements Vault {
    private static final String PURPOSE = "vault";
    private static final byte[] CONTEXT = PURPOSE.getBytes(US_ASCII);

    private final DataKeys keys;

    SiteVault(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(byte[] secret) {
        var key = keys.current(PURPOSE);
        byte[] sealed = Sealing.seal(key.key(), secret, CONTEXT);
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(key.version())
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(byte[] sealed) {
        var in = ByteBuffer.wrap(sealed);
        var key = keys.key(PURPOSE, in.getInt());
        var body = new byte[in.remaining()];
        in.get(body);
        try {
            return Sealing.open(key, body, CONTEXT);
        } catch (SealBroken broken) {
            throw new IllegalStateException("a secret was sealed under another master key, or changed", broken);
        }
    }
}
