package org.kanmai.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;

/** One run of Kanmai on a data folder, started as anybody starts it: {@code ./kanmai run}. */
public final class Kanmai implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(90);
    private static final long LOOK_NANOS = 20_000_000;
    private static final Pattern WELCOME = Pattern.compile("/welcome/([\\w-]+)");

    private final Process process;
    private final Path data;
    private final Path console;
    private final int port;
    private final Duration started;

    private Kanmai(Process process, Path data, Path console, int port) {
        this.process = process;
        this.data = data;
        this.console = console;
        this.port = port;
        long begin = System.nanoTime();
        awaitReady();
        this.started = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Starts and waits until it is in good health and serves a feed. */
    public static Kanmai start(Path checkout, Path data) {
        return start(checkout, data, Map.of());
    }

    /** Starts with this in its environment, and waits the same. */
    public static Kanmai start(Path checkout, Path data, Map<String, String> environment) {
        try {
            Files.createDirectories(data.getParent());
            var console = data.resolveSibling(data.getFileName() + "-console.log");
            int port = freePort();
            var builder = new ProcessBuilder(
                            checkout.resolve("kanmai").toString(),
                            "run",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile());
            builder.environment().putAll(environment);
            return new Kanmai(builder.start(), data, console, port);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        var visitor = new Caller();
        try (var connection = new Connection(port)) {
            while (!answers(connection, visitor, "/actuator/health") || !answers(connection, visitor, "/api/feed")) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IllegalStateException("Kanmai did not start; see " + console);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static boolean answers(Connection connection, Caller visitor, String path) {
        try {
            return visitor.get(connection, path).good();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Returns how long it took from the script's start until the health was up and a first page of the feed was served. */
    public Duration started() {
        return started;
    }

    /** Returns where it answers, on this machine. */
    public int port() {
        return port;
    }

    /** Returns the folder that keeps everything. */
    public Path data() {
        return data;
    }

    /** Returns its process; the script has become the JVM. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Returns the code of the link that makes the first operator, which the console tells when all has started. */
    public String invitation() {
        long deadline = System.nanoTime() + STOP.toNanos();
        while (System.nanoTime() < deadline) {
            var said = WELCOME.matcher(console());
            if (said.find()) {
                return said.group(1);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("there is no invitation in " + console);
    }

    private String console() {
        try {
            return Files.readString(console);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Stops it as Ctrl-C does, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
