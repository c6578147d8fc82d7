package org.kanmai.sandbox.keys;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;

/** A folder with the pairs of merchant and provider, which appears with all four files in it or not at all. */
public final class KeyFolder {
    /** The file of the merchant's private key, with which the shop signs. */
    public static final String MERCHANT_PRIVATE = "merchant-private.pem";

    /** The file of the provider's public key, with which the shop checks notifications. */
    public static final String PROVIDER_PUBLIC = "provider-public.pem";

    private static final String MERCHANT_PUBLIC = "merchant-public.pem";
    private static final String PROVIDER_PRIVATE = "provider-private.pem";
    private static final List<String> FILES =
            List.of(MERCHANT_PRIVATE, MERCHANT_PUBLIC, PROVIDER_PRIVATE, PROVIDER_PUBLIC);

    private KeyFolder() {}

    /** Returns the keys in this folder, made when the folder is absent or empty; throws when a part of them is missing. */
    public static Keys open(Path folder) {
        try {
            if (isEmpty(folder)) {
                make(folder);
            }
            refuseUnlessWhole(folder);
            return new Keys(
                    Pem.readPublic(folder.resolve(MERCHANT_PUBLIC)), Pem.readPrivate(folder.resolve(PROVIDER_PRIVATE)));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys in " + folder + " can't be read", e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Writes into a folder beside it first: whoever is killed on the way leaves that one, and the next start makes anew. */
    private static void make(Path folder) throws IOException, GeneralSecurityException {
        var whole = folder.toAbsolutePath().normalize();
        var fresh = whole.resolveSibling(whole.getFileName() + ".new");
        remove(fresh);
        Files.createDirectories(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        pair(fresh.resolve(MERCHANT_PRIVATE), fresh.resolve(MERCHANT_PUBLIC));
        pair(fresh.resolve(PROVIDER_PRIVATE), fresh.resolve(PROVIDER_PUBLIC));
        Files.move(fresh, whole, ATOMIC_MOVE);
    }

    private static void pair(Path privateFile, Path publicFile) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Pem.write(privateFile, pair.getPrivate());
        Pem.write(publicFile, pair.getPublic());
    }

    private static void remove(Path leftover) throws IOException {
        for (var file : FILES) {
            Files.deleteIfExists(leftover.resolve(file));
        }
        Files.deleteIfExists(leftover);
    }

    private static void refuseUnlessWhole(Path folder) {
        for (var file : FILES) {
            if (!Files.exists(folder.resolve(file))) {
                throw new IllegalStateException(folder + " lacks " + file + "; restore it, or remove the whole folder");
            }
        }
    }
}
