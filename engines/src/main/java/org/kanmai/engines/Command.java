package org.kanmai.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short command of the machine, with a clean environment and a limit of time. */
record Command(int status, String output) {
    private static final int NOT_STARTED = 127;

    boolean succeeded() {
        return status == 0;
    }

    /** Runs to the end and keeps what it printed; a command that is absent has status 127. */
    static Command run(Duration limit, List<String> words) {
        try {
            var process = builder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = process.inputReader(UTF_8);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Command(NOT_STARTED, words.getFirst() + " did not end within " + limit);
            }
            return new Command(process.exitValue(), output.readAllAsString().strip());
        } catch (IOException e) {
            return new Command(NOT_STARTED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted: " + words.getFirst(), e));
        }
    }

    /** Nothing of our own environment, secrets or PG* variables, reaches the engines. */
    static ProcessBuilder builder(List<String> words) {
        var builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
        var path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
