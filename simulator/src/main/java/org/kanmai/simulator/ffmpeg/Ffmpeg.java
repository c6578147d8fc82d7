package org.kanmai.simulator.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ffmpeg program: the words that start it and the environment that it needs, such as a library path. */
public record Ffmpeg(List<String> command, Map<String, String> environment) {

    private static final int PATIENCE_SECONDS = 60;

    public Ffmpeg {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("ffmpeg needs a command");
        }
    }

    /** Starts ffmpeg with quiet output and these arguments; what it complains about goes to the log file. */
    public Process start(List<String> arguments, Path log) {
        var words = new ArrayList<>(command);
        words.addAll(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).redirectError(log.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("ffmpeg does not start: " + command, failure);
        }
    }

    /** Waits for the end of a process started here and throws, with its complaints, when it failed or took over a minute. */
    public void finish(Process process, Path log) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("ffmpeg did not end within " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("ffmpeg ended with " + process.exitValue() + ": " + complaints(log));
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", interruption);
        }
    }

    /** Whether this build of ffmpeg has an encoder of that name. */
    public boolean encodesWith(String encoder) {
        var words = new ArrayList<>(command);
        words.addAll(List.of("-hide_banner", "-nostdin", "-loglevel", "quiet", "-h", "encoder=" + encoder));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.contains("Encoder " + encoder);
        } catch (IOException failure) {
            throw new UncheckedIOException("ffmpeg does not start: " + command, failure);
        }
    }

    private static String complaints(Path log) {
        try {
            var text = java.nio.file.Files.readString(log);
            return text.length() > 800 ? text.substring(text.length() - 800) : text;
        } catch (IOException unreadable) {
            return "its log cannot be read: " + unreadable.getMessage();
        }
    }
}
