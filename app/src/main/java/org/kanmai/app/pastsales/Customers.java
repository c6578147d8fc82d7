package org.kanmai.app.pastsales;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Tells a shop's customers of before apart without knowing any: HMAC-SHA-256 of their code under a secret of the shop. */
@Component
class Customers {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET = 32;

    private final SecretStore store;
    private final Vault vault;

    Customers(SecretStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Returns who can tell the customers of a shop apart, whose secret is made the first time. */
    Teller of(ShopId shop) {
        var sealed = store.find(shop).orElseGet(() -> {
            var secret = new byte[SECRET];
            new SecureRandom().nextBytes(secret);
            store.add(shop, vault.seal(secret));
            return store.find(shop).orElseThrow();
        });
        return new Teller(vault.open(sealed.bytes()));
    }

    /** Tells customers of one shop apart. */
    static final class Teller {
        private final SecretKeySpec key;

        private Teller(byte[] secret) {
            this.key = new SecretKeySpec(secret, ALGORITHM);
        }

        Binary of(String code) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                return Binary.of(mac.doFinal(code.getBytes(UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("HMAC-SHA-256 is part of every Java runtime", impossible);
            }
        }
    }
}
