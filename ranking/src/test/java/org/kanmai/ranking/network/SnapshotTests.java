package org.kanmai.ranking.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTests {
    private static final byte[] SECTION = {1, 2, 3};

    @TempDir
    Path folder;

    /** A trainer of so few rows that some were taken away. */
    private static Trainer trained() {
        var trainer = new Trainer(Sample.SHAPE, Sample.settings(2, 8, 200));
        for (int step = 0; step < 20; step++) {
            trainer.learn(Sample.examples(30, step));
        }
        return trainer;
    }

    private byte[] written(Snapshot snapshot) throws IOException {
        var path = folder.resolve("network");
        snapshot.write(path);
        return Files.readAllBytes(path);
    }

    @Test
    void whatIsReadIsWrittenTheSameBitForBit() throws IOException {
        byte[] bytes = written(trained().snapshot(SECTION));
        var read = Snapshot.read(folder.resolve("network"));

        assertThat(read.section()).isEqualTo(SECTION);
        assertThat(read.learned()).isEqualTo(600);
        assertThat(written(read)).isEqualTo(bytes);
    }

    @Test
    void aResumedTrainerLearnsAsIfNothingHadBeenInBetween() throws IOException {
        var trainer = trained();
        written(trainer.snapshot(SECTION));
        var resumed = Trainer.resume(Snapshot.read(folder.resolve("network")));
        for (int step = 20; step < 30; step++) {
            assertThat(resumed.learn(Sample.examples(30, step))).isEqualTo(trainer.learn(Sample.examples(30, step)));
        }

        assertThat(written(resumed.snapshot(SECTION))).isEqualTo(written(trainer.snapshot(SECTION)));
        assertThat(trainer.evicted()).isPositive();
    }

    @Test
    void aSnapshotDoesNotChangeWhenItsTrainerGoesOn() throws IOException {
        var trainer = trained();
        var snapshot = trainer.snapshot(SECTION);
        byte[] before = written(snapshot);
        trainer.learn(Sample.examples(30, 99));

        assertThat(written(snapshot)).isEqualTo(before);
    }

    @Test
    void refusesAFileWithAnyByteChangedOrLeftOut() throws IOException {
        byte[] bytes = written(trained().snapshot(SECTION));
        for (int at = 0; at < bytes.length; at += 97) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            refuses(damaged);
            refuses(Arrays.copyOf(bytes, at));
        }
        refuses(Arrays.copyOf(bytes, bytes.length + 1));
        refuses("something else".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void refusesHostileSizesUnderARightChecksum() throws IOException {
        byte[] bytes = written(trained().snapshot(SECTION));
        for (int at = 0; at + 8 < bytes.length - 32; at += 8) {
            byte[] hostile = bytes.clone();
            Arrays.fill(hostile, at, at + 8, (byte) 0x7F);
            byte[] content = Arrays.copyOf(hostile, hostile.length - 32);
            System.arraycopy(StateInput.sha256().digest(content), 0, hostile, content.length, 32);
            var path = folder.resolve("hostile");
            Files.write(path, hostile);
            try {
                Snapshot.read(path);
            } catch (SnapshotRefused refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    private void refuses(byte[] bytes) throws IOException {
        var path = folder.resolve("refused");
        Files.write(path, bytes);
        assertThatThrownBy(() -> Snapshot.read(path)).isInstanceOf(SnapshotRefused.class);
    }
}
