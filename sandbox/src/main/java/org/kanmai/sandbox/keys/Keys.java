package org.kanmai.sandbox.keys;

import java.security.PrivateKey;
import java.security.PublicKey;

/** What the provider needs of the two key pairs: the merchant's public half and its own private one. */
public record Keys(PublicKey merchant, PrivateKey provider) {
    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "Keys[]";
    }
}
