package org.kanmai.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TD-60")
class CheckpointsTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEmptyFolderHasNone() {
        assertThat(new Checkpoints(folder.resolve("absent")).newestComplete()).isEmpty();
    }

    @Test
    void theNewestWholeOneOfAnyRunIsFound() throws IOException {
        write("run-a/chk-9", 1, whole());
        var newest = write("run-b/chk-2", 2, whole());
        write("run-b/chk-3", 3, Arrays.copyOf(whole(), 5));
        Files.createDirectories(folder.resolve("run-b/chk-4"));

        assertThat(new Checkpoints(folder).newestComplete()).contains(newest);
    }

    @Test
    void whenNoneIsWholeTheStartIsRefused() throws IOException {
        write("run-a/chk-1", 1, new byte[0]);

        assertThatThrownBy(() -> new Checkpoints(folder).newestComplete()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheRunOfTheChosenOneStays() throws IOException {
        write("run-a/chk-9", 1, whole());
        var newest = write("run-b/chk-2", 2, whole());
        new Checkpoints(folder).keepOnly(newest);

        assertThat(folder.resolve("run-a")).doesNotExist();
        assertThat(newest).exists();
    }

    private Path write(String name, int minute, byte[] metadata) throws IOException {
        var checkpoint = Files.createDirectories(folder.resolve(name));
        var file = Files.write(checkpoint.resolve("_metadata"), metadata);
        Files.setLastModifiedTime(file, FileTime.fromMillis(minute * 60_000L));
        return checkpoint;
    }

    private static byte[] whole() throws IOException {
        var out = new ByteArrayOutputStream();
        org.apache.flink.runtime.checkpoint.Checkpoints.storeCheckpointMetadata(
                new CheckpointMetadata(7, List.of(), List.of()), out);
        return out.toByteArray();
    }
}
