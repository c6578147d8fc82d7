package org.kanmai.simulator.crowd;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running server as a whole crowd reaches it: so many requests at once at most, each with a timeout, each timed. */
final class Server implements AutoCloseable {
    static final int AT_ONCE = 64;
    private static final long TIMEOUT_SECONDS = 10;
    private static final long LARGEST_ANSWER = 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
            .build();
    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final URI address;
    private final Time time;

    Server(URI address, Time time) {
        this.address = address;
        this.time = time;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    /** Sends a request when one of the places is free; empty when there is no answer. */
    Optional<HttpResponse<String>> send(HttpRequest request, Latencies latencies) throws InterruptedException {
        free.acquire();
        try {
            long begun = time.nanos();
            var response = answer(request);
            if (response.isPresent()) {
                latencies.add(time.nanos() - begun);
            }
            return response;
        } finally {
            free.release();
        }
    }

    /** The client's own timeout ends with the headers; this one holds for the body too. */
    private Optional<HttpResponse<String>> answer(HttpRequest request) throws InterruptedException {
        var coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        try {
            return Optional.of(coming.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.empty();
        } finally {
            coming.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
