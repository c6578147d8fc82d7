package org.kanmai.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes that an earlier run left behind on an engine's folder.
 *
 * <p>Both PostgreSQL and Redis work inside their data folder, so that folder tells whose they are. Where the machine
 * doesn't show a process's folder (macOS), the pid file and the executable do.
 *
 * @param executable the file name of the engine's executable
 */
record Orphans(String executable, Path folder, Path pidFile) {
    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    private static final boolean SHOWS_FOLDERS = Files.isDirectory(Path.of("/proc/self"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Asks the engine to stop by this signal and waits until all of its processes are gone. */
    void stop(String signal) {
        var running = running();
        if (!running.isEmpty()) {
            log.info("engine.orphan executable={} processes={}", executable, running.size());
            leader().filter(running::contains).ifPresent(leader -> Signals.send(leader, signal));
            await();
        }
        forget();
    }

    private void await() {
        var started = System.nanoTime();
        for (var running = running(); !running.isEmpty(); running = running()) {
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new StartRefused(executable + " of an earlier run still works in " + folder
                        + " and does not stop (process " + running.getFirst().pid() + "). Stop it, then start again.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /**
     * Removes a pid file that nobody stands behind: its number may be another process's by now, or a dead one's that
     * is not yet reaped, and PostgreSQL would refuse to start for either.
     */
    private void forget() {
        if (!SHOWS_FOLDERS) {
            return;
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new StartRefused("The file " + pidFile + " can't be removed: " + e.getMessage(), e);
        }
    }

    private List<ProcessHandle> running() {
        if (SHOWS_FOLDERS) {
            return ProcessHandle.allProcesses()
                    .filter(this::isTheEngine)
                    .filter(this::worksHere)
                    .toList();
        }
        return leader().filter(this::isTheEngine).stream().toList();
    }

    private Optional<ProcessHandle> leader() {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isTheEngine(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith(executable))
                .isPresent();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
