package org.kanmai.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine's process and the thread that keeps it.
 *
 * <p>The kernel sends a child its death signal when the thread that started it ends, not the process: so this thread
 * starts it and stays. A child that served and died by itself is started again, a few times a minute at most.
 */
final class ChildProcess {
    private static final Logger log = LoggerFactory.getLogger(ChildProcess.class);
    private static final int RESTARTS = 3;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOG_BYTES = 8L << 20;
    private static final int TAIL_LINES = 5;

    private final Engine engine;
    private final Progress progress;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private final Deque<Long> restarts = new ArrayDeque<>();
    private volatile boolean serving;
    private volatile CompletableFuture<Process> current = first;

    /**
     * What to start and how to stop it.
     *
     * @param input what it reads from its standard input, so that no password is on its command line
     * @param output where the process's own words go
     * @param stopSignal makes it stop cleanly, whoever is connected
     */
    record Engine(String name, List<String> command, String input, Path output, Orphans orphans, String stopSignal) {}

    private ChildProcess(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** Starts the engine, after any orphan of it has stopped. */
    static ChildProcess start(Engine engine, Progress progress) {
        var child = new ChildProcess(engine, progress);
        Thread.ofPlatform().daemon().name("keeper-" + engine.name()).start(child::keep);
        try {
            child.first.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw e;
        }
        return child;
    }

    /** From now on it is started again when it dies. */
    void serves() {
        serving = true;
    }

    /** Waits this long for its end; true when it has ended. */
    boolean ended(Duration within) {
        try {
            return current.join().waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The last words of the process, for whoever must find out why it ended. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(engine.output());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "see " + engine.output();
        }
    }

    /** Stops it cleanly; by force only when it doesn't end in time. */
    void stop() {
        serving = false;
        var process = current.join();
        Signals.send(process.toHandle(), engine.stopSignal());
        if (!ended(PATIENCE)) {
            log.warn("engine.killed engine={} after={}", engine.name(), PATIENCE);
            process.destroyForcibly();
            ended(PATIENCE);
        }
    }

    private void keep() {
        try {
            var status = begin(first);
            while (serving && mayRestart()) {
                log.warn("engine.restarted engine={} status={}", engine.name(), status);
                current = new CompletableFuture<>();
                status = begin(current);
            }
            if (serving) {
                progress.lost(engine.name());
            }
        } catch (IOException | RuntimeException e) {
            current.completeExceptionally(e);
            if (serving) {
                progress.lost(engine.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean mayRestart() {
        var now = System.nanoTime();
        restarts.removeIf(restart -> now - restart > RESTARTS_WITHIN.toNanos());
        restarts.add(now);
        return restarts.size() <= RESTARTS;
    }

    private int begin(CompletableFuture<Process> beginning) throws IOException, InterruptedException {
        engine.orphans().stop(engine.stopSignal());
        shorten(engine.output());
        var process = Command.builder(engine.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(engine.output().toFile()))
                .start();
        try (var input = process.outputWriter(UTF_8)) {
            input.write(engine.input());
        }
        beginning.complete(process);
        return process.waitFor();
    }

    private static void shorten(Path output) throws IOException {
        if (Files.exists(output) && Files.size(output) > LOG_BYTES) {
            Files.move(output, output.resolveSibling(output.getFileName() + ".1"), REPLACE_EXISTING);
        }
    }
}
