package org.kanmai.app.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs the programs on files of strangers: limits of time, memory and output, an empty environment, a private folder, low
 * priority, files only (no network), and no format that makes it open other files. The process ends when this one does.
 */
public final class Ffmpeg {
    /** Formats that hold a film themselves; playlists and lists of files (hls, dash, concat, image2, ...) are not among them. */
    private static final String FORMATS =
            "mov,matroska,webm,avi,flv,live_flv,mpegts,mpeg,mpegvideo,ogg,asf,mxf,rm,nut,ivf,"
                    + "dv,wtv,gif,gxf,h264,hevc,m4v,obu";

    /**
     * A shell sets the limits (prlimit is not everywhere), and kills the program when its own input ends, which happens too
     * when the JVM is killed; then tells how much the program used. It is only a little nice: with more, a busy machine
     * leaves it almost nothing.
     */
    private static final String CONFINE = """
            ulimit -c 0
            ulimit -S -t "$1" && ulimit -H -t "$(($1 + 5))" && ulimit -f "$2" || exit 125
            ulimit -v "$3" || [ "$(uname)" = Darwin ] || exit 125
            shift 3
            exec 3<&0 </dev/null
            nice -n 4 "$@" 3<&- &
            program=$!
            { read -r ended <&3; kill -9 $program; } >/dev/null 2>&1 &
            watch=$!
            exec 3<&-
            wait $program
            code=$?
            kill $watch 2>/dev/null
            times > .times
            exit $code
            """;

    /** A program that is fed ends with its input, so nobody needs to watch for the end of this process. */
    private static final String CONFINE_FED = """
            ulimit -c 0
            ulimit -v "$1" || [ "$(uname)" = Darwin ] || exit 125
            shift
            exec nice -n 2 "$@"
            """;

    private static final long FED_MEMORY = 2L << 30;

    private static final int OUTPUT_CHARACTERS = 8 << 20;
    private static final int OUT_OF_MEMORY = 256 - 12;
    private static final int FILE_TOO_LARGE = 128 + 25;
    private static final int FILE_TOO_LARGE_ERROR = 256 - 27;
    private static final int NO_SPACE = 256 - 28;

    private final Supplier<FfmpegBinary> binary;

    /** Takes the programs; they are asked for at the first run. */
    public Ffmpeg(Supplier<FfmpegBinary> binary) {
        this.binary = binary;
    }

    /** Returns the arguments that open a stranger's file. */
    public static List<String> hostile(Path source) {
        return List.of(
                "-protocol_whitelist",
                "file,pipe",
                "-format_whitelist",
                FORMATS,
                "-i",
                "file:" + source.toAbsolutePath());
    }

    /**
     * Runs to the end and hands over each line of output, at most 8 MiB of it; when the thread is interrupted the process
     * and its children are killed.
     */
    public Outcome run(Run run, Consumer<String> line) throws InterruptedException {
        try {
            return await(start(run), run, line);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't run " + run.program(), failure);
        }
    }

    private Process start(Run run) throws IOException {
        var programs = binary.get();
        var limits = run.limits();
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                CONFINE,
                "confine",
                Long.toString(limits.cpu().toSeconds()),
                Long.toString(limits.fileBytes() / 512),
                Long.toString(limits.memoryBytes() / 1024)));
        switch (run.program()) {
            case FFMPEG -> command.addAll(List.of(programs.ffmpeg().toString(), "-nostdin", "-hide_banner", "-y"));
            case FFPROBE -> command.addAll(List.of(programs.ffprobe().toString(), "-hide_banner"));
        }
        command.addAll(List.of("-loglevel", "error"));
        command.addAll(run.arguments());
        var process = new ProcessBuilder(command).directory(run.folder().toFile());
        process.environment().clear();
        process.environment().putAll(programs.environment());
        process.environment().put("HOME", run.folder().toString());
        return process.start();
    }

    /**
     * Starts a run that is fed through its standard input and answers on its standard output, files and network closed to it; it
     * ends when its input does.
     */
    public Process fed(List<String> arguments) throws IOException {
        var programs = binary.get();
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                CONFINE_FED,
                "confine",
                Long.toString(FED_MEMORY / 1024),
                programs.ffmpeg().toString()));
        command.addAll(List.of("-hide_banner", "-loglevel", "error", "-protocol_whitelist", "pipe"));
        command.addAll(arguments);
        return unbidden(programs, command);
    }

    /**
     * Starts a run that takes a stream by RTMP from an address that whoever runs the site has chosen, and answers on its standard output;
     * it ends with the stream, after 15 seconds of silence, or when nobody reads any more.
     */
    public Process pulled(URI source, List<String> arguments) throws IOException {
        var programs = binary.get();
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                CONFINE_FED,
                "confine",
                Long.toString(FED_MEMORY / 1024),
                programs.ffmpeg().toString()));
        command.addAll(
                List.of("-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "rtmp,tcp,pipe"));
        command.addAll(List.of("-rw_timeout", "15000000", "-f", "live_flv", "-i", source.toString()));
        command.addAll(arguments);
        return unbidden(programs, command);
    }

    private static Process unbidden(FfmpegBinary programs, List<String> command) throws IOException {
        var process = new ProcessBuilder(command);
        process.environment().clear();
        process.environment().putAll(programs.environment());
        return process.start();
    }

    private static Outcome await(Process process, Run run, Consumer<String> line)
            throws IOException, InterruptedException {
        var words = new LastWords();
        var out = pump(process.getInputStream(), new Bounded(line, process));
        var err = pump(process.getErrorStream(), words::add);
        try {
            boolean ended = process.waitFor(run.limits().wall().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                return new Outcome.TimedOut();
            }
            out.join(Duration.ofSeconds(5));
            err.join(Duration.ofSeconds(5));
            return outcome(process.exitValue(), CpuTime.of(run.folder()), run.limits(), words.toString());
        } finally {
            kill(process);
            Files.deleteIfExists(run.folder().resolve(CpuTime.FILE));
        }
    }

    private static Outcome outcome(int code, Duration cpu, Limits limits, String said) {
        if (code == 0) {
            return new Outcome.Done(cpu);
        }
        // The system counts what a program used more coarsely than what it may use.
        if (cpu.multipliedBy(10).compareTo(limits.cpu().multipliedBy(8)) >= 0) {
            return new Outcome.TimedOut();
        }
        if (code == OUT_OF_MEMORY || code == FILE_TOO_LARGE || code == FILE_TOO_LARGE_ERROR) {
            return new Outcome.TooMuch();
        }
        boolean bySignal = code > 128 && code < 128 + 32;
        // 255 is how ffmpeg answers an interrupt, 125-127 are the shell's own, 255 - 27 is a full disk: none is the
        // file's fault.
        if (bySignal || code == 255 || code == NO_SPACE || (code >= 125 && code <= 127)) {
            return new Outcome.Died("exit " + code + ": " + said);
        }
        return new Outcome.Refused("exit " + code + ": " + said);
    }

    private static Thread pump(InputStream from, Consumer<String> line) {
        return Thread.ofPlatform().daemon().name("ffmpeg-output").start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                reader.lines().forEach(line);
            } catch (IOException | UncheckedIOException closed) {
                // The process was killed: there is nothing more to read, and its outcome is told elsewhere.
                line.accept("");
            }
        });
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Passes on lines until they grow beyond what any honest run says, then ends the run. */
    private static final class Bounded implements Consumer<String> {
        private final Consumer<String> line;
        private final Process process;
        private int left = OUTPUT_CHARACTERS;

        Bounded(Consumer<String> line, Process process) {
            this.line = line;
            this.process = process;
        }

        @Override
        public void accept(String text) {
            left -= text.length() + 1;
            if (left >= 0) {
                line.accept(text);
            } else {
                kill(process);
            }
        }
    }
}
