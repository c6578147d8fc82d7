package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingFilesTests {
    @Test
    void whatAKilledProcessLeftGoesAndTheFolderStays(@TempDir Path data) throws IOException {
        var before = System.getProperty("java.io.tmpdir");
        try {
            var passing = PassingFiles.in(data, Words.in(Locale.ENGLISH));
            Files.createDirectories(passing.folder().resolve("flink-io/spill"));
            Files.writeString(passing.folder().resolve("flink-io/spill/left.bin"), "left");
            passing.clear();
            assertThat(passing.folder()).isEmptyDirectory();
            assertThat(System.getProperty("java.io.tmpdir"))
                    .isEqualTo(passing.folder().toAbsolutePath().toString());
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }
}
