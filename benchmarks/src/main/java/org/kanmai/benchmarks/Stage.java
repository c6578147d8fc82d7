package org.kanmai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.server.Meters;
import org.kanmai.benchmarks.world.Audience;
import org.kanmai.benchmarks.world.Clips;
import org.kanmai.benchmarks.world.Town;

/** Where benchmarks play: one Kanmai on a folder that is made anew, and the people in it, each made when first needed. */
final class Stage implements AutoCloseable {
    private static final long LOOK_NANOS = 500_000_000;

    private final Path checkout;
    private final Path folder;
    private final Clips clips;
    private @Nullable Kanmai kanmai;
    private @Nullable Connection connection;
    private @Nullable Town town;
    private @Nullable Audience audience;

    /** Takes a folder that may be deleted; it must be open to the engines' user. */
    Stage(Path checkout) {
        this.checkout = checkout;
        this.folder = checkout.resolve("benchmarks/target/stage");
        delete(folder);
        this.clips = new Clips(folder.resolveSibling("clips"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Returns where the tree was built. */
    Path checkout() {
        return checkout;
    }

    /** Returns a folder that is deleted before the next run. */
    Path folder() {
        return folder;
    }

    /** Returns the server, started if need be. */
    Kanmai kanmai() {
        if (kanmai == null) {
            kanmai = Kanmai.start(checkout, folder.resolve("data"));
        }
        return kanmai;
    }

    /** Stops the server; who asks for it next starts it again on the same folder. */
    void stop() {
        if (connection != null) {
            connection.close();
        }
        if (kanmai != null) {
            kanmai.close();
        }
        kanmai = null;
        connection = null;
        audience = null;
    }

    /** Returns a connection for calls that are no load. */
    Connection connection() {
        if (connection == null) {
            connection = new Connection(kanmai().port());
        }
        return connection;
    }

    Town town() {
        if (town == null) {
            say("settling an operator and creators");
            town = new Town(connection(), kanmai().invitation(), clips);
        }
        return town;
    }

    Audience audience() {
        if (audience == null) {
            audience = new Audience(kanmai().port());
        }
        return audience;
    }

    Clips clips() {
        return clips;
    }

    Meters meters() {
        return new Meters(kanmai().port());
    }

    /** Waits until the streams have taken in all that is on the log, at most so long; returns how long it took. */
    Duration awaitStreams(Duration most) {
        long begin = System.nanoTime();
        while (meters().lag() != 0 && System.nanoTime() - begin < most.toNanos()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Tells whoever waits what goes on. */
    static void say(String what) {
        System.out.println("  " + what);
    }

    @Override
    public void close() {
        stop();
    }
}
