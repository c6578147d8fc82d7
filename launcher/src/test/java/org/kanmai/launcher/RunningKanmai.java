package org.kanmai.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole product in a process of its own, as {@code ./kanmai run} starts it; it ends with the tests at the latest. */
public final class RunningKanmai {
    private static final int START_SECONDS = 400;
    private static final int STOP_SECONDS = 60;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    private static int lastPort =
            FIRST_PORT + 2 * (int) (ProcessHandle.current().pid() % (PORTS / 2));

    private final Path data;
    private final int port;
    private final Process process;
    private final Thread listening;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<String> invitation = new CompletableFuture<>();

    private RunningKanmai(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.listening = Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Starts on a folder and returns when everything answers. */
    public static RunningKanmai start(Path data, int port) throws Exception {
        return start(data, port, Map.of());
    }

    /** Starts on a folder, with this in its environment, and returns when everything answers. */
    public static RunningKanmai start(Path data, int port, Map<String, String> environment) throws Exception {
        return ready(new RunningKanmai(data, port, launch(data, port, environment)));
    }

    /** Starts the smallest demo world on a folder and returns when everything answers; it is filled meanwhile. */
    public static RunningKanmai demo(Path data, int port) throws Exception {
        return ready(new RunningKanmai(data, port, launch(List.of("demo", "--tiny"), data, port, Map.of())));
    }

    private static RunningKanmai ready(RunningKanmai running) throws Exception {
        if (!running.await(running.ready)) {
            running.kill();
            throw new AssertionError("Kanmai did not start:\n" + String.join("\n", running.said));
        }
        return running;
    }

    /** Starts it and waits for nothing; what it says on both streams is on its standard output, in English. */
    public static Process launch(Path data, int port) throws IOException {
        return launch(data, port, Map.of());
    }

    private static Process launch(Path data, int port, Map<String, String> environment) throws IOException {
        return launch(List.of("run"), data, port, environment);
    }

    private static Process launch(List<String> verb, Path data, int port, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-Xms64m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of("-Djava.awt.headless=true", "-Duser.language=en", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-Dkanmai.web=" + System.getProperty("kanmai.web"), "-Dkanmai.lake.window=1s"));
        command.addAll(List.of("-Dkanmai.ledger.first=PT2S", "-Dkanmai.ledger.every=PT2S"));
        command.addAll(List.of("-cp", classPath()));
        command.add("org.kanmai.launcher.Kanmai");
        command.addAll(verb);
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KANMAI_") && !name.equals("KANMAI_CACHE"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Checks the ledger of a folder from its files, as {@code ./kanmai ledger verify} does, and returns what it says. */
    public static Process verify(Path data) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-cp",
                        classPath(),
                        "org.kanmai.launcher.ledger.LedgerCommand",
                        "verify",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    /**
     * Returns a port of loopback that, like the one above it, nobody listens on. Each is given out once, from below those that systems
     * hand out themselves, so that servers that start at the same time do not meet.
     */
    public static synchronized int freePort() {
        do {
            lastPort = FIRST_PORT + (lastPort + 2 - FIRST_PORT) % PORTS;
        } while (!isFree(lastPort) || !isFree(lastPort + 1));
        return lastPort;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Where its pages are. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The folder that keeps everything. */
    public Path data() {
        return data;
    }

    /** The path of the link that the console shows while there is no operator. */
    public String invitation() throws Exception {
        return invitation.get(START_SECONDS, SECONDS);
    }

    /** What the console has shown so far. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** It and all that it started and that still runs. */
    public List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** Ends the JVM, and nothing but the JVM, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops as Ctrl-C does. */
    public void stop() throws InterruptedException {
        // By its handle: a process that is told to end by itself loses its last words.
        process.toHandle().destroy();
        if (!process.waitFor(STOP_SECONDS, SECONDS)) {
            kill();
            throw new AssertionError("Kanmai did not stop:\n" + String.join("\n", said));
        }
        listening.join();
    }

    private boolean await(CompletableFuture<Boolean> event) throws InterruptedException {
        try {
            return event.get(START_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            return false;
        }
    }

    private void listen() {
        try (var lines = process.inputReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException ended) {
            said.add(ended.toString());
        }
        ready.complete(false);
    }

    private void hear(String line) {
        said.add(line);
        if (line.startsWith("Ready after")) {
            ready.complete(true);
        }
        if (line.contains("/welcome/")) {
            invitation.complete(line.substring(line.indexOf("/welcome/")));
        }
    }

    /** What the product has on its class path, without these tests and their log. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
