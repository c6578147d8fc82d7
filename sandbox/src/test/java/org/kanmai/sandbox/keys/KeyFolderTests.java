package org.kanmai.sandbox.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTests {
    private static final Message MESSAGE = new Message("GET", "/", "1", "nonce", "body".getBytes(UTF_8));

    @TempDir
    Path temporary;

    @Test
    void theKeysAreMadeOnceAndStay() throws Exception {
        var folder = temporary.resolve("secrets").resolve("sandbox");
        var first = KeyFolder.open(folder);
        var text = Files.readString(folder.resolve(KeyFolder.MERCHANT_PRIVATE));
        assertThat(KeyFolder.open(folder)).isEqualTo(first);
        assertThat(Files.readString(folder.resolve(KeyFolder.MERCHANT_PRIVATE))).isEqualTo(text);
        assertThat(text).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
    }

    @Test
    void theHalvesOfEachPairBelongTogether() throws Exception {
        var folder = temporary.resolve("keys");
        var keys = KeyFolder.open(folder);
        var merchant = Pem.readPrivate(folder.resolve(KeyFolder.MERCHANT_PRIVATE));
        var provider = Pem.readPublic(folder.resolve(KeyFolder.PROVIDER_PUBLIC));
        assertThat(MESSAGE.isSignedBy(keys.merchant(), MESSAGE.sign(merchant))).isTrue();
        assertThat(MESSAGE.isSignedBy(provider, MESSAGE.sign(keys.provider()))).isTrue();
        assertThat(MESSAGE.isSignedBy(provider, MESSAGE.sign(merchant))).isFalse();
        assertThat(MESSAGE.isSignedBy(provider, "no base64!")).isFalse();
    }

    @Test
    void onlyTheOwnerReadsThem() throws Exception {
        var folder = temporary.resolve("keys");
        KeyFolder.open(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatAKilledStartLeftIsMadeAnew() throws Exception {
        var folder = temporary.resolve("keys");
        var leftover = Files.createDirectory(temporary.resolve("keys.new"));
        Files.writeString(leftover.resolve(KeyFolder.MERCHANT_PRIVATE), "half");
        Files.createDirectory(folder);
        KeyFolder.open(folder);
        assertThat(leftover).doesNotExist();
        assertThat(folder.resolve(KeyFolder.PROVIDER_PUBLIC)).exists();
    }

    @Test
    void aFolderThatLostAKeyIsRefusedAndLeftAlone() throws Exception {
        var folder = temporary.resolve("keys");
        KeyFolder.open(folder);
        Files.delete(folder.resolve(KeyFolder.PROVIDER_PUBLIC));
        assertThatThrownBy(() -> KeyFolder.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks provider-public.pem");
        assertThat(folder.resolve(KeyFolder.MERCHANT_PRIVATE)).exists();
    }
}
