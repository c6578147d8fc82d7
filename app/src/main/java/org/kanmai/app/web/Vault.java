package org.kanmai.app.web;

/** Seals small secrets under the site's master key, so that a copy of the database alone opens none; {@code identity} implements it. */
public interface Vault {

    /** Returns the secret, encrypted and authenticated. */
    byte[] seal(byte[] secret);

    /** Returns what was sealed; throws {@link IllegalStateException} when it was sealed under another key or changed. */
    byte[] open(byte[] sealed);
}
