package org.kanmai.app.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, held in bounds. */
@Tag("CP-01")
class FfmpegTests {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));
    private static final List<String> ENDLESS =
            List.of("-re", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=25", "-progress", "pipe:1", "-f", "null", "-");
    private static final List<String> BUSY =
            List.of("-f", "lavfi", "-i", "testsrc2=s=1280x720:r=25", "-f", "null", "-");

    private final Ffmpeg ffmpeg = new Ffmpeg(() -> BINARY);

    @TempDir
    private Path folder;

    @Test
    void unpackingTwiceGivesTheSameProgram() {
        assertThat(FfmpegBinary.unpacked(Path.of("target", "cache"))).isEqualTo(BINARY);
        assertThat(BINARY.ffmpeg()).isExecutable();
    }

    @Test
    void noLibraryOfADesktopIsTakenFromTheMachine() throws Exception {
        var process = new ProcessBuilder("ldd", BINARY.ffmpeg().toString()).redirectErrorStream(true);
        process.environment().putAll(BINARY.environment());
        var said = new String(process.start().getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said.lines().filter(line -> line.contains("=> /")))
                .filteredOn(
                        line -> !line.contains(String.valueOf(BINARY.ffmpeg().getParent())))
                .allMatch(line -> line.matches("\\s*(libm|libc|libstdc\\+\\+|libgcc_s|libpthread|libdl|librt)\\.so.*"));
        assertThat(said).doesNotContain("not found");
    }

    @Test
    void aRunTellsWhatItUsed() throws Exception {
        var outcome =
                run(List.of("-t", "20", "-f", "lavfi", "-i", "testsrc2=s=1280x720:r=25", "-f", "null", "-"), limits());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.cpu()).isPositive());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRunThatTakesTooLongIsEnded() throws Exception {
        assertThat(run(ENDLESS, new Limits(Duration.ofMillis(600), Duration.ofSeconds(9), 2L << 30, 1 << 20)))
                .isInstanceOf(Outcome.TimedOut.class);
        assertThat(run(BUSY, new Limits(Duration.ofSeconds(60), Duration.ofSeconds(1), 2L << 30, 1 << 20)))
                .isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void aRunThatWantsTooMuchMemoryOrDiskIsEnded() throws Exception {
        var large = List.of("-f", "lavfi", "-i", "testsrc2=s=16384x16384:r=25:d=1", "-f", "null", "-");
        assertThat(run(large, new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 300 << 20, 1 << 20)))
                .isNotInstanceOf(Outcome.Done.class);
        var writing = List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=9", "-f", "rawvideo", "out.raw");
        assertThat(run(writing, new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 2L << 30, 1 << 20)))
                .isInstanceOf(Outcome.TooMuch.class);
        assertThat(folder.resolve("out.raw")).hasSize(1 << 20);
    }

    @Test
    void interruptingTheThreadKillsTheProgram() throws Exception {
        var started = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var thread = Thread.startVirtualThread(() -> {
            try {
                ffmpeg.run(new Run(Run.Program.FFMPEG, ENDLESS, folder, limits()), line -> started.countDown());
            } catch (InterruptedException expected) {
                ended.countDown();
            }
        });
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        var children = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
                .toList();
        thread.interrupt();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        for (var child : children) {
            assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void theEnvironmentHoldsNothingOfOurs() {
        assertThat(BINARY.environment().keySet())
                .containsExactlyInAnyOrder("LC_ALL", "PATH", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX");
    }

    @Test
    void aStrangersFileIsOpenedAsAFileAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("list.txt"), "ffconcat version 1.0\nfile /etc/passwd\n");
        var arguments = new ArrayList<>(Ffmpeg.hostile(folder.resolve("list.txt")));
        arguments.addAll(List.of("-f", "null", "-"));
        assertThat(run(arguments, limits())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void timesAreReadAsTheShellWritesThem() {
        assertThat(CpuTime.children("0m0.01s 0m0.00s\n1m2.50s 0m0.25s\n")).isEqualTo(Duration.ofMillis(62_750));
        assertThat(CpuTime.children("0m0.012000s 0m0.004000s\n0m0.112000s 0m0.001000s\n"))
                .isEqualTo(Duration.ofMillis(113));
        assertThat(CpuTime.children("")).isZero();
    }

    @Test
    void theProgramForAMachineIsNamedAsTheJarsAre() {
        assertThat(Unpacking.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(Unpacking.platform("Linux", "aarch64")).isEqualTo("linux-arm64");
        assertThat(Unpacking.platform("Mac OS X", "aarch64")).isEqualTo("macosx-arm64");
    }

    private Outcome run(List<String> arguments, Limits limits) throws InterruptedException {
        return ffmpeg.run(new Run(Run.Program.FFMPEG, arguments, folder, limits), line -> {});
    }

    private static Limits limits() {
        return new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 2L << 30, 8 << 20);
    }
}
