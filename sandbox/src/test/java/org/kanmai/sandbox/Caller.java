package org.kanmai.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.kanmai.sandbox.keys.KeyFolder;
import org.kanmai.sandbox.keys.Message;
import org.kanmai.sandbox.keys.Pem;

/** Calls the sandbox: as the merchant, with a signature, or as a buyer's browser, without. */
final class Caller implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI address;
    private final PrivateKey key;
    private final Clock clock;

    Caller(URI address, Path keys, Clock clock) throws IOException, GeneralSecurityException {
        this.address = address;
        this.key = Pem.readPrivate(keys.resolve(KeyFolder.MERCHANT_PRIVATE));
        this.clock = clock;
    }

    /** The headers of one signed call. */
    record Signed(String timestamp, String nonce, String signature) {}

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", sign("GET", path, "", now(), nonce()));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, sign("POST", path, body, now(), nonce()));
    }

    Signed sign(String method, String path, String body, String timestamp, String nonce) {
        var message = new Message(method, path, timestamp, nonce, body.getBytes(UTF_8));
        return new Signed(timestamp, nonce, message.sign(key));
    }

    String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    static String nonce() {
        return UUID.randomUUID().toString();
    }

    HttpResponse<String> send(String method, String path, String body, Signed signed)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Pay-Timestamp", signed.timestamp())
                .header("Pay-Nonce", signed.nonce())
                .header("Pay-Signature", signed.signature())
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** Opens a page as a browser that likes this language. */
    HttpResponse<String> open(String path, String language) throws IOException, InterruptedException {
        return send(request(path).header("Accept-Language", language).GET().build());
    }

    /** Sends the form of a page. */
    HttpResponse<String> submit(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
    }

    @Override
    public void close() {
        client.close();
    }
}
