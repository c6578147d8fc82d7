package org.kanmai.app.river.seen;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Pseudonym;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gathers exposures of some 10 ms and writes them in one transaction; each caller waits for its own. */
@Component
class SeenWriter {
    private static final int LARGEST = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SeenTransaction transaction;
    private Batch gathering = new Batch();

    SeenWriter(SeenTransaction transaction) {
        this.transaction = transaction;
    }

    /** The exposures of some callers, and what they wait for. */
    private static final class Batch {
        final Map<Pseudonym, Set<Long>> works = new HashMap<>();
        final CompletableFuture<Void> written = new CompletableFuture<>();
        int size;
    }

    void write(Pseudonym pseudonym, Collection<Long> works) {
        if (works.isEmpty()) {
            return;
        }
        await(add(pseudonym, works));
    }

    private synchronized CompletableFuture<Void> add(Pseudonym pseudonym, Collection<Long> works) {
        if (gathering.size + works.size() > LARGEST) {
            throw busy();
        }
        gathering.works.computeIfAbsent(pseudonym, fresh -> new HashSet<>()).addAll(works);
        gathering.size += works.size();
        return gathering.written;
    }

    private void await(CompletableFuture<Void> written) {
        try {
            written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refusal busy() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, "busy", "Try again in a moment", "Nothing was taken; send it again.");
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MILLISECONDS)
    void flush() {
        var batch = take();
        if (batch.size == 0) {
            return;
        }
        try {
            transaction.write(new TreeMap<>(Map.copyOf(keyed(batch))));
            batch.written.complete(null);
        } catch (RuntimeException failed) {
            batch.written.completeExceptionally(failed);
        }
    }

    private static Map<Long, Set<Long>> keyed(Batch batch) {
        var keyed = new HashMap<Long, Set<Long>>();
        batch.works.forEach((pseudonym, works) -> keyed.put(pseudonym.value(), works));
        return keyed;
    }

    private synchronized Batch take() {
        var full = gathering;
        gathering = new Batch();
        return full;
    }
}
