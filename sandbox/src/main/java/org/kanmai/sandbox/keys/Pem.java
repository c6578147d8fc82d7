package org.kanmai.sandbox.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/** Ed25519 keys as PEM files that only this user reads. */
public final class Pem {
    private static final String OWNER_ONLY = "rw-------";

    private Pem() {}

    /** Returns the private key in a file (PKCS #8). */
    public static PrivateKey readPrivate(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(read(file)));
    }

    /** Returns the public key in a file (X.509). */
    public static PublicKey readPublic(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(read(file)));
    }

    /** Writes a new file, onto the disk. */
    static void write(Path file, Key key) throws IOException {
        var name = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        var text = "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n-----END " + name
                + "-----\n";
        var rights = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        try (var channel = Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE, SYNC), rights)) {
            channel.write(US_ASCII.encode(text));
        }
    }

    private static byte[] read(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file, US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(file + " is no PEM file", e);
        }
    }
}
