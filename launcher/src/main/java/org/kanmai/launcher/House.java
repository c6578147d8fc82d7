package org.kanmai.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that run, in the order in which they were opened; closed in the reverse order, each with a line. */
final class House implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(House.class);

    private final Console console;
    private final Path logs;
    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean closed;

    House(Console console, Path logs) {
        this.console = console;
        this.logs = logs;
    }

    /** Starts a part and keeps it for closing; when the house is closed meanwhile, the part is closed at once. */
    <P extends AutoCloseable> P open(String name, Callable<P> starting) throws Exception {
        var part = begin(name, starting);
        if (!keep(new Part(name, part))) {
            part.close();
            throw new InterruptedException(name);
        }
        return part;
    }

    /** What fails because the house is being closed around it is no failure. */
    private <P> P begin(String name, Callable<P> starting) throws Exception {
        try {
            return starting.call();
        } catch (Exception e) {
            if (closing()) {
                throw new InterruptedException(name);
            }
            throw e;
        }
    }

    private synchronized boolean closing() {
        return closed;
    }

    /** Closes what is open; a part that fails to close doesn't keep the others from closing. */
    @Override
    public synchronized void close() {
        closed = true;
        if (parts.isEmpty()) {
            return;
        }
        console.say("stopping");
        while (!parts.isEmpty()) {
            close(parts.removeLast());
        }
        console.say("bye");
    }

    private synchronized boolean keep(Part part) {
        if (!closed) {
            parts.addLast(part);
        }
        return !closed;
    }

    private void close(Part part) {
        var started = System.nanoTime();
        try {
            part.running().close();
            console.say("stopped", part.name(), Console.seconds(Duration.ofNanos(System.nanoTime() - started)));
        } catch (Exception e) {
            log.error("part.close name={}", part.name(), e);
            console.say("stop.failed", part.name(), String.valueOf(e.getMessage()), logs);
        }
    }

    private record Part(String name, AutoCloseable running) {}
}
