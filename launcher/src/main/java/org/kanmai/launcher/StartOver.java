package org.kanmai.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.kanmai.app.history.StartingOver;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.engines.StartRefused;

/**
 * Begins a demo world anew. A file in its folder says so before anything is touched and goes when all else is gone: whenever the
 * process dies in between, the next start goes on.
 */
final class StartOver implements StartingOver {
    /** The file in the data folder that says that the world is to begin anew. */
    static final String MARK = "start-over";

    /** What is the operator's or the machine's, and not the world's. */
    private static final Set<String> KEPT = Set.of("world", "kanmai.properties", "logs", "cache", "temporary");

    private final Path data;
    private final CountDownLatch asked = new CountDownLatch(1);

    StartOver(Path data) {
        this.data = data;
    }

    /** Returns whether this process may: of a demo world, all of whose engines are its own. */
    static boolean isPossible(Options options, EnginesSettings engines) {
        return options.kind() == Kind.DEMO && engines.areEmbedded();
    }

    /** Waits until somebody asks for it. */
    void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void ask() {
        try {
            mark();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder can't be marked", e);
        }
        asked.countDown();
    }

    /** The mark is whole and on the disk, or not there. */
    private void mark() throws IOException {
        var fresh = data.resolve(MARK + ".new");
        try (var file = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
            file.write(UTF_8.encode("This demo world begins anew at the next start.\n"));
            file.force(true);
        }
        Files.move(fresh, data.resolve(MARK), ATOMIC_MOVE);
        try (var folder = FileChannel.open(data, READ)) {
            folder.force(true);
        }
    }

    /** Empties a demo world's folder that is marked for it; to be called while nothing of it runs. A real world's never is. */
    static void finish(Options options, EnginesSettings engines, Words words) {
        var data = options.data();
        if (!Files.exists(data.resolve(MARK)) || !new World(data, words).is(Kind.DEMO)) {
            return;
        }
        if (!isPossible(options, engines)) {
            throw new StartRefused(words.say("over.elsewhere", data, MARK));
        }
        Engines.empty(data, KEPT, MARK);
    }
}
