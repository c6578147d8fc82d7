package org.kanmai.app.identity.keys;

import javax.crypto.SecretKey;

/**
 * A key of one purpose, unwrapped.
 *
 * @param version grows by one at each rotation
 */
public record DataKey(int version, SecretKey key) {

    @Override
    public String toString() {
        return "DataKey[version=" + version + "]";
    }
}
