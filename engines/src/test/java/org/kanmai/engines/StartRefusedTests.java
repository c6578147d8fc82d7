package org.kanmai.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartRefusedTests {
    @TempDir
    Path temporary;

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> DataFolder.open(Path.of("/proc/kanmai")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("/proc/kanmai can't be written");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        var file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file + " is a file");
    }

    @Test
    void aFullDiskIsSaidAndTheFolderIsFreeAfterwards() {
        assertThatThrownBy(() -> DataFolder.open(temporary, Long.MAX_VALUE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is full");
        DataFolder.open(temporary).close();
    }

    @Test
    void theClosedParentOfAnUnreachableFolderIsNamed() throws Exception {
        var home = Files.createDirectory(
                temporary.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(RunAs.unreachable(Files.createDirectories(home.resolve("data/postgresql")), Path.of("/bin/true")))
                .hasMessageContaining(home + " is closed to other users")
                .hasMessageContaining("chmod o+x " + home);
    }

    @Test
    void noEngineRunsWithRootsPowerNotEvenBelowAClosedHome() throws Exception {
        var home = Files.createDirectory(
                temporary.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var folder = Files.createDirectory(home.resolve("postgresql"));
        var runAs = RunAs.choose(folder, Path.of("/bin/sh"));
        var user = Command.run(Duration.ofSeconds(10), runAs.command("TERM", List.of("id", "-u")));
        assertThat(user.output()).isNotEqualTo("0");
    }

    @Test
    void anotherMajorVersionOfPostgresqlIsRefusedAndLeftAlone() throws Exception {
        var folder = Files.createDirectories(temporary.resolve("postgresql"));
        Files.writeString(folder.resolve("PG_VERSION"), "17\n");
        try (var data = DataFolder.open(temporary)) {
            assertThatThrownBy(() -> PostgresqlServer.start(data, Path.of("/nowhere"), 1, Progress.silent()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("was made by PostgreSQL 17");
        }
        assertThat(folder).isDirectoryContaining("glob:**PG_VERSION");
    }
}
