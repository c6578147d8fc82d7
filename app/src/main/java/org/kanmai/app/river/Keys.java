package org.kanmai.app.river;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.kanmai.app.web.Vault;
import org.springframework.stereotype.Component;

/** The keys of item tokens and page signatures; the newest signs, all verify. */
@Component
class Keys {
    private final TreeMap<Integer, SecretKey> tokenKeys = new TreeMap<>();
    private final List<PageKey> pageKeys;
    private final Ed25519PrivateKeyParameters pageSecret;

    /** The public half of a page key, X.509 in base64. */
    record PageKey(String key, String algorithm, String publicKey, Instant since) {}

    Keys(KeyStore store, Vault vault, Clock clock) {
        if (store.all("token").isEmpty()) {
            store.addFirst("token", vault.seal(random()), null, clock.instant());
        }
        if (store.all("page").isEmpty()) {
            addPageKey(store, vault, clock.instant());
        }
        store.all("token")
                .forEach(row -> tokenKeys.put(
                        row.id(), new SecretKeySpec(vault.open(row.secret().bytes()), "HmacSHA256")));
        var pages = store.all("page");
        this.pageSecret = secret(vault.open(pages.getFirst().secret().bytes()));
        this.pageKeys = pages.stream()
                .map(Keys::published)
                .sorted(Comparator.comparing(PageKey::since).reversed())
                .toList();
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void addPageKey(KeyStore store, Vault vault, Instant now) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            store.addFirst(
                    "page",
                    vault.seal(pair.getPrivate().getEncoded()),
                    pair.getPublic().getEncoded(),
                    now);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks Ed25519", missing);
        }
    }

    private static Ed25519PrivateKeyParameters secret(byte[] encoded) {
        try {
            return (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(encoded);
        } catch (IOException broken) {
            throw new IllegalStateException("the page key is broken", broken);
        }
    }

    private static PageKey published(KeyStore.Row row) {
        var bytes = row.publicKey().bytes();
        return new PageKey(
                Integer.toString(row.id()), "Ed25519", Base64.getEncoder().encodeToString(bytes), row.since());
    }

    Map.Entry<Integer, SecretKey> newestToken() {
        return tokenKeys.lastEntry();
    }

    Optional<SecretKey> token(int id) {
        return Optional.ofNullable(tokenKeys.get(id));
    }

    /** Signs with the newest page key: Ed25519 by Bouncy Castle, which takes a twentieth of the JDK's time for it. */
    byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, pageSecret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Returns the newest page key's name. */
    String pageKey() {
        return pageKeys.getFirst().key();
    }

    List<PageKey> pageKeys() {
        return pageKeys;
    }
}
