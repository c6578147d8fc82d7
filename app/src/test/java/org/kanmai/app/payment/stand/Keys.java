package org.kanmai.app.payment.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** An RSA pair made for a test, with the files that settings name. */
public final class Keys {
    private final KeyPair pair;
    private final Path folder;

    private Keys(KeyPair pair, Path folder) {
        this.pair = pair;
        this.folder = folder;
    }

    /** Makes a pair. */
    public static Keys make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys-");
            return new Keys(generator.generateKeyPair(), folder);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns a PEM file of the private key. */
    public Path secret() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** Returns a PEM file of the public key. */
    public Path open() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private Path pem(String kind, byte[] bytes) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        try {
            return Files.writeString(
                    folder.resolve(kind.replace(' ', '-') + ".pem"),
                    "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Signs by SHA256 with RSA, in base 64. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns whether this pair signed a text. */
    public boolean holds(String text, String signed) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(pair.getPublic());
            signature.update(text.getBytes(UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            return false;
        }
    }
}
