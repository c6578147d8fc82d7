package org.kanmai.sandbox.notifications;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kanmai.sandbox.json.Json;
import org.kanmai.sandbox.keys.Message;
import org.kanmai.sandbox.keys.Randoms;

/** Brings one notification over HTTP, signed with the provider's key and the time of this try. */
final class Courier implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .build();
    private final Randoms nonces = new Randoms();
    private final PrivateKey key;
    private final Clock clock;

    Courier(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Returns whether the merchant acknowledged it with a status of 2xx, within the limit for the whole call. */
    boolean bring(Delivery delivery) throws InterruptedException {
        var call = client.sendAsync(request(delivery), BodyHandlers.discarding());
        try {
            return call.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).statusCode() / 100 == 2;
        } catch (ExecutionException | TimeoutException notReached) {
            return false;
        } finally {
            // An answer whose body never ends must not go on.
            call.cancel(true);
        }
    }

    private HttpRequest request(Delivery delivery) {
        var body = Json.write(delivery.notification());
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = nonces.next();
        var message = new Message("POST", target(delivery.url()), timestamp, nonce, body);
        return HttpRequest.newBuilder(delivery.url())
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Pay-Timestamp", timestamp)
                .header("Pay-Nonce", nonce)
                .header("Pay-Signature", message.sign(key))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Returns path and query as the client will send them. */
    private static String target(URI url) {
        var path = Objects.requireNonNullElse(url.getRawPath(), "");
        var whole = path.isEmpty() ? "/" : path;
        return url.getRawQuery() == null ? whole : whole + "?" + url.getRawQuery();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
