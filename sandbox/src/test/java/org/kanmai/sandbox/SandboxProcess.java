package org.kanmai.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.kanmai.engines.PostgresqlAddress;

/** A sandbox in a process of its own, so that it can be killed. */
final class SandboxProcess implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final URI address;

    private SandboxProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Runs in the other process, until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        var sandbox = Sandbox.start(new SandboxSettings(
                InetAddress.ofLiteral("127.0.0.1"),
                0,
                arguments[0],
                arguments[1],
                arguments[2],
                Path.of(arguments[3]),
                Clock.systemUTC()));
        System.out.println(READY + sandbox.address());
        new CountDownLatch(1).await();
    }

    static SandboxProcess start(PostgresqlAddress database, Path keys) throws IOException {
        var process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        keys.toString()))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new SandboxProcess(process, address(process));
    }

    private static URI address(Process process) throws IOException {
        try (var lines = process.inputReader(UTF_8)) {
            var said = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    return URI.create(line.substring(READY.length()));
                }
                said.append(line).append('\n');
            }
            throw new AssertionError("The sandbox did not start:\n" + said);
        }
    }

    URI address() {
        return address;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
