package org.kanmai.app.content.understanding.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model in ONNX form that is read from the class path when it is first needed, and run by one thread at a time on one core.
 * Where it cannot be read or run, its answers are empty and its standing says why; what needs them goes on without.
 */
public final class Model implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Model.class);

    private final String resource;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable OrtSession session;
    private boolean tried;
    private volatile String standing = "unused";

    /** Takes the model's place on the class path. */
    public Model(String resource) {
        this.resource = resource;
    }

    /** What is done with a model that can be run. */
    @FunctionalInterface
    public interface Use<T> {
        /** Runs the session and reads its answer. */
        T on(OrtEnvironment environment, OrtSession session) throws OrtException;
    }

    /** Uses the model; empty when it cannot be. */
    public <T> Optional<T> use(Use<T> use) {
        lock.lock();
        try {
            if (!tried) {
                tried = true;
                session = load();
            }
            if (session == null) {
                return Optional.empty();
            }
            var answer = use.on(environment(), session);
            standing = "ready";
            return Optional.of(answer);
        } catch (IOException | OrtException | LinkageError | RuntimeException trouble) {
            standing = "away: " + trouble.getClass().getSimpleName() + " for " + resource;
            log.error("content.model.away model={}", resource, trouble);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether it could not be read or run when it was last needed. */
    public boolean isAway() {
        return standing.startsWith("away");
    }

    /** Returns {@code unused}, {@code ready}, or why it was away when it was last needed. */
    public String standing() {
        return standing;
    }

    @Override
    public void close() throws OrtException {
        lock.lock();
        try {
            tried = true;
            standing = "away: closed";
            if (session != null) {
                session.close();
                session = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    }

    /** Threads beyond the one that asks, and memory kept for the next time, would cost more than they give. */
    private OrtSession load() throws IOException, OrtException {
        try (var options = new OrtSession.SessionOptions();
                var file = Model.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException(resource + " is not on the class path");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return environment().createSession(file.readAllBytes(), options);
        }
    }
}
