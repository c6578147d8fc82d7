package org.kanmai.simulator.crowd;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: people stop where they are, and the virtual machine waits until the table is out. */
final class Interruption implements AutoCloseable {
    private static final long LONGEST_SECONDS = 5;

    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final ExecutorService people;
    private final Thread hook = new Thread(this::stop, "crowd-stop");
    private volatile boolean asked;

    private Interruption(ExecutorService people) {
        this.people = people;
    }

    static Interruption stops(ExecutorService people) {
        var interruption = new Interruption(people);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean isAsked() {
        return asked;
    }

    private void stop() {
        asked = true;
        people.shutdownNow();
        closed.completeOnTimeout(false, LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        closed.complete(true);
        if (!asked) {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            asked = true;
        }
    }
}
