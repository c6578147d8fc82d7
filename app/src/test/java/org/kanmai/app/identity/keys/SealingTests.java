package org.kanmai.app.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("GV-05")
class SealingTests {
    private static final byte[] CLEAR = {1, 2, 3};
    private static final byte[] ANNAS = {'a'};

    private final SecretKey key = new SecretKeySpec(Sealing.random(32), "AES");

    @Test
    void whatIsSealedOpensUnderItsKeyAndContextOnly() {
        var sealed = Sealing.seal(key, CLEAR, ANNAS);
        assertThat(Sealing.open(key, sealed, ANNAS)).isEqualTo(CLEAR);
        var other = new SecretKeySpec(Sealing.random(32), "AES");
        assertThatThrownBy(() -> Sealing.open(other, sealed, ANNAS)).isInstanceOf(Sealing.SealBroken.class);
        assertThatThrownBy(() -> Sealing.open(key, sealed, new byte[] {'b'})).isInstanceOf(Sealing.SealBroken.class);
    }

    @Test
    void aChangedByteBreaksTheSeal() {
        var sealed = Sealing.seal(key, CLEAR, ANNAS);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> Sealing.open(key, sealed, ANNAS)).isInstanceOf(Sealing.SealBroken.class);
        assertThatThrownBy(() -> Sealing.open(key, new byte[5], ANNAS)).isInstanceOf(Sealing.SealBroken.class);
    }

    @Test
    void theSameIsNeverSealedTheSameTwice() {
        assertThat(Sealing.seal(key, CLEAR, ANNAS)).isNotEqualTo(Sealing.seal(key, CLEAR, ANNAS));
    }

    @Test
    void theMasterKeyIsMadeOnceForItsOwnerOnly(@TempDir Path folder) throws IOException {
        var path = folder.resolve("keys").resolve("master.key");
        var made = new MasterKeyFile(path).readOrMake();
        assertThat(new MasterKeyFile(path).readOrMake()).isEqualTo(made).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void aMasterKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> MasterKey.parse("c2hvcnQ=", "here")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> MasterKey.parse("%", "here")).hasMessageContaining("base64");
    }
}
