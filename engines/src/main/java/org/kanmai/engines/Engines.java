package org.kanmai.engines;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL, Redis and Kafka, started together on one data folder and stopped together.
 *
 * <p>Close it after everything that uses the engines has stopped.
 */
public final class Engines implements AutoCloseable {
    private final DataFolder data;
    private final Running<PostgresqlAddress> postgresql;
    private final Running<String> redis;
    private final Running<String> kafka;

    private Engines(
            DataFolder data, Running<PostgresqlAddress> postgresql, Running<String> redis, Running<String> kafka) {
        this.data = data;
        this.postgresql = postgresql;
        this.redis = redis;
        this.kafka = kafka;
    }

    /**
     * Refuses a data folder that is in use, can't be written or is on a full disk; makes it when it is absent. Whoever
     * writes into the folder before the engines start, such as a log, asks here first.
     */
    public static void check(EnginesSettings settings) {
        try (var data = DataFolder.open(settings.data())) {
            data.folder("logs");
        }
    }

    /**
     * Empties a data folder that is marked for it and on which nothing of ours runs any more; an engine that an earlier process
     * left behind there is stopped first. The mark goes last: whoever is killed on the way begins again.
     *
     * @param kept names of the folder that stay
     * @throws StartRefused when the folder is in use or can't be written
     */
    public static void empty(Path folder, Set<String> kept, String mark) {
        try (var data = DataFolder.open(folder, 0)) {
            PostgresqlServer.orphans(data.resolve("postgresql")).stop("INT");
            RedisServer.orphans(data.resolve("redis")).stop("TERM");
            data.empty(Stream.concat(kept.stream(), Stream.of(DataFolder.LOCK, mark))
                    .collect(Collectors.toSet()));
            data.remove(mark);
        } catch (IOException e) {
            throw new StartRefused("The data folder " + folder + " can't be emptied: " + e.getMessage(), e);
        }
    }

    /**
     * Takes the data folder and starts each engine that has no external address; returns when all of them answer.
     *
     * @throws StartRefused with a sentence for the operator; then nothing runs and the folder is free
     */
    public static Engines start(EnginesSettings settings, Progress progress) {
        var data = DataFolder.open(settings.data());
        try {
            var engines = start(settings, data, progress);
            engines.announce();
            return engines;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Starts without telling anyone how it goes. */
    public static Engines start(EnginesSettings settings) {
        return start(settings, Progress.silent());
    }

    /** Where the engines answer. */
    public EngineAddresses addresses() {
        return new EngineAddresses(postgresql.address(), redis.address(), kafka.address());
    }

    /** Stops the embedded engines cleanly and frees the data folder. */
    @Override
    public void close() {
        Stream.<Running<?>>of(kafka, redis, postgresql).map(Running::stop).forEach(Runnable::run);
        data.close();
    }

    /** All three at once: PostgreSQL's first start is slow in its own process, Kafka's in ours. */
    private static Engines start(EnginesSettings settings, DataFolder data, Progress progress) {
        var starting = new Starting(settings, data, progress);
        Future<Running<PostgresqlAddress>> postgresql;
        Future<Running<String>> redis;
        Future<Running<String>> kafka;
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("starting-", 0).factory())) {
            postgresql = threads.submit(starting::postgresql);
            redis = threads.submit(starting::redis);
            kafka = threads.submit(starting::kafka);
        }
        refuseUnlessAll(List.of(postgresql, redis, kafka));
        return new Engines(data, postgresql.resultNow(), redis.resultNow(), kafka.resultNow());
    }

    private static void refuseUnlessAll(List<? extends Future<? extends Running<?>>> engines) {
        var failed = engines.stream()
                .filter(engine -> engine.state() != Future.State.SUCCESS)
                .findFirst();
        if (failed.isEmpty()) {
            return;
        }
        engines.stream()
                .filter(engine -> engine.state() == Future.State.SUCCESS)
                .forEach(engine -> engine.resultNow().stop().run());
        var cause = failed.get().exceptionNow();
        throw cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    /** Leaves the addresses in the data folder: a second process joins by them, the next start keeps the ports. */
    private void announce() {
        try {
            var text = new StringWriter();
            addresses().properties().store(text, "Where the engines of this data folder answer");
            Secrets.write(data.resolve(Starting.ANNOUNCEMENT), text.toString());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("engines.properties", e);
        }
    }
}
