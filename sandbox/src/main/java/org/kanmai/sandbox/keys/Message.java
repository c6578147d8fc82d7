package org.kanmai.sandbox.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

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
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(head);
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    /** Returns whether the text is a signature of this by the owner of the key. */
    public boolean isSignedBy(PublicKey key, String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(head);
            signature.update(body);
            return signature.verify(Base64.getDecoder().decode(text));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
