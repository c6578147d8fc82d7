package org.kanmai.engines;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's real server as a child process on {@code <data>/postgresql}. */
final class PostgresqlServer implements AutoCloseable {
    private static final String MAJOR = "18";
    private static final String USER = "kanmai";
    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /** Errors reach the client that made them; in the server's log their values would be personal data. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_connections=100",
            "shared_buffers=128MB",
            "shared_preload_libraries=pg_stat_statements",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off");

    private final ChildProcess child;
    private final PostgresqlAddress address;

    private PostgresqlServer(ChildProcess child, PostgresqlAddress address) {
        this.child = child;
        this.address = address;
    }

    /** Starts it, making the cluster first when there is none; returns when it takes connections. */
    static PostgresqlServer start(DataFolder data, Path binaries, int port, Progress progress) {
        var password = Secrets.at(data.folder("secrets").resolve("postgresql"));
        var folder = data.resolve("postgresql");
        var executable = binaries.resolve("bin/postgres");
        if (!Files.exists(folder)) {
            initialise(data, binaries, password, progress);
        }
        refuseOtherVersion(folder);
        var runAs = RunAs.choose(folder, executable);
        var child = ChildProcess.start(
                engine(data, folder, runAs.command("INT", command(executable, folder, port))), progress);
        var address = new PostgresqlAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + USER, USER, password);
        PostgresqlSession.await(address, child, START_LIMIT);
        child.serves();
        return new PostgresqlServer(child, address);
    }

    PostgresqlAddress address() {
        return address;
    }

    @Override
    public void close() {
        child.stop();
    }

    /** The death signal is INT: on TERM the server would wait for the connections of a second process to end. */
    private static ChildProcess.Engine engine(DataFolder data, Path folder, List<String> command) {
        return new ChildProcess.Engine(
                "PostgreSQL", command, "", data.folder("logs").resolve("postgresql.log"), orphans(folder), "INT");
    }

    static Orphans orphans(Path folder) {
        return new Orphans("postgres", folder, folder.resolve("postmaster.pid"));
    }

    private static List<String> command(Path executable, Path folder, int port) {
        var command = new ArrayList<>(List.of(executable.toString(), "-D", folder.toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /** The cluster appears under its name only when it is whole. */
    private static void initialise(DataFolder data, Path binaries, String password, Progress progress) {
        var started = System.nanoTime();
        var fresh = data.resolve("postgresql.new");
        var passwordFile = data.resolve("postgresql.password");
        try {
            Binaries.delete(fresh);
            Secrets.write(passwordFile, password);
            Files.createDirectory(
                    fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var initdb = binaries.resolve("bin/initdb");
            var runAs = RunAs.choose(fresh, initdb);
            runAs.own(passwordFile);
            var made = Command.run(INIT_LIMIT, runAs.command("TERM", initdb(initdb, fresh, passwordFile)));
            Files.delete(passwordFile);
            if (!made.succeeded()) {
                throw new StartRefused("PostgreSQL can't make its folder " + fresh + ": " + made.output());
            }
            Files.move(fresh, data.resolve("postgresql"), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL can't make its folder " + fresh + ": " + e.getMessage(), e);
        }
        progress.done("PostgreSQL initialised", Duration.ofNanos(System.nanoTime() - started));
    }

    private static List<String> initdb(Path initdb, Path folder, Path passwordFile) {
        return List.of(
                initdb.toString(),
                "--pgdata=" + folder,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    private static void refuseOtherVersion(Path folder) {
        try {
            var version = Files.readString(folder.resolve("PG_VERSION")).strip();
            if (!version.equals(MAJOR)) {
                throw new StartRefused("The folder " + folder + " was made by PostgreSQL " + version
                        + " and this release has " + MAJOR + " (see docs/operations/running.md, Upgrading).");
            }
        } catch (IOException e) {
            throw new StartRefused(folder + " is not a folder of PostgreSQL: " + e.getMessage(), e);
        }
    }
}
