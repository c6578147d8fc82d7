package org.kanmai.sandbox.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** A request as it is signed: method, path with query, timestamp, nonce and body, a line break between each. */
public final class Message {
    private final byte[] head;
    private final byte[] body;

    /** Takes the parts as they stand in the request; the timestamp is the text of its header. */
    public Message(String method, String target, String timestamp, String nonce, byte[] body) {
        this.head = String.join("\n", method, target, timestamp, nonce, "").getBytes(UTF_8);
        this.body = body.clone();
    }

    /** Returns the signature by this key, in base64. */
    public String sign(PrivateKey key) {
        try {
            var signature = signer(true, PrivateKeyFactory.createKey(key.getEncoded()));
            return Base64.getEncoder().encodeToString(signature.generateSignature());
        } catch (IOException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    /** Returns whether the text is a signature of this by the owner of the key. */
    public boolean isSignedBy(PublicKey key, String text) {
        try {
            var signature = signer(false, PublicKeyFactory.createKey(key.getEncoded()));
            return signature.verifySignature(Base64.getDecoder().decode(text));
        } catch (IOException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Bouncy Castle takes a fraction of the JDK's time for Ed25519. */
    private Ed25519Signer signer(boolean signs, CipherParameters key) {
        var signer = new Ed25519Signer();
        signer.init(signs, key);
        signer.update(head, 0, head.length);
        signer.update(body, 0, body.length);
        return signer;
    }
}
