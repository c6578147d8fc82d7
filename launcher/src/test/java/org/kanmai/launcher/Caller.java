package org.kanmai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the public API: keeps cookies and sends the CSRF header. */
public final class Caller {
    /** Everybody's. */
    public static final String PASSWORD = "correct horse battery";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PART = 1 << 20;

    private final URI address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String id = "";

    /** A visitor without an account. */
    public Caller(URI address) {
        this.address = address;
        get("/api/me").must(200);
    }

    private Caller(URI address, Map<String, String> cookies) {
        this.address = address;
        this.cookies.putAll(cookies);
    }

    /** The same browser at another address that shares its accounts. */
    public Caller at(URI other) {
        return new Caller(other, cookies);
    }

    /** Signs somebody up; {@code more} are further members of the request, each after a comma. */
    public static Caller signedUp(URI address, String handle, String more) {
        var caller = new Caller(address);
        caller.id = caller.post("/api/people", """
                {"handle": "%s", "name": "%s", "password": "%s"%s}
                """.formatted(handle, handle, PASSWORD, more))
                .must(201)
                .json()
                .at("/person/id")
                .asString();
        return caller;
    }

    /** Signs somebody in who has an account. */
    public static Caller signedIn(URI address, String handle) {
        var caller = new Caller(address);
        caller.id = caller.post("/api/session", """
                {"handle": "%s", "password": "%s"}
                """.formatted(handle, PASSWORD))
                .must(200)
                .json()
                .at("/person/id")
                .asString();
        return caller;
    }

    /** The id of the account; empty without one. */
    public String id() {
        return id;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    /** As the only operator, gives somebody a role; it counts from their next sign-in. */
    public void gives(String handle, String role) {
        var asked = post("/api/role-requests", """
                {"handle": "%s", "role": "%s", "reason": "Asked for it"}
                """.formatted(handle, role))
                .must(201)
                .json()
                .path("id")
                .asString();
        post("/api/role-requests/" + asked + "/decision", "{\"approve\": true}").must(200);
    }

    /** As an operator, approves what waits the longest, as soon as anything does. */
    public void approvesWhatWaits() {
        var waiting = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("/api/reviews")
                                .must(200)
                                .json()
                                .at("/items/0/id")
                                .asString(""),
                        id -> !id.isEmpty());
        post("/api/reviews/" + waiting + "/decision", "{\"approve\": true}").must(200);
    }

    /** Sends a picture. */
    public Answer picture(String path, byte[] png) {
        return send("PUT", path, BodyPublishers.ofByteArray(png), Map.of("Content-Type", "image/png"));
    }

    /** Sends one part of an upload. */
    public Answer part(String upload, long offset, BodyPublisher body) {
        var headers = Map.of("Upload-Offset", Long.toString(offset), "Content-Type", "application/octet-stream");
        return send("PATCH", "/api/uploads/" + upload, body, headers);
    }

    /** Begins an upload and returns its id. */
    public String begin(int size) {
        return post("/api/uploads", "{\"fileName\": \"film.mp4\", \"size\": %d}".formatted(size))
                .must(201)
                .json()
                .path("id")
                .asString();
    }

    /** Uploads a film and returns its id at once. */
    public String upload(byte[] film) {
        var upload = begin(film.length);
        for (int at = 0; at < film.length; at += PART) {
            part(upload, at, BodyPublishers.ofByteArray(Arrays.copyOfRange(film, at, Math.min(film.length, at + PART))))
                    .must(204);
        }
        return upload;
    }

    /** What state an upload of one's own is in. */
    public String state(String upload) {
        return get("/api/uploads/" + upload).must(200).json().path("state").asString();
    }

    /** Waits until a film is packaged. */
    public void awaitReady(String upload) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> state(upload), "ready"::equals);
    }

    /** What came back. */
    public record Answer(int status, String body, Map<String, String> headers) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** Fails unless the status is this one. */
        public Answer must(int expected) {
            if (status != expected) {
                throw new AssertionError(status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body)
                .header("X-CSRF", cookies.getOrDefault("kanmai_csrf", "none"))
                .header("Cookie", cookieLine());
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var first = response.headers().map().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, header -> header.getValue().getFirst()));
            return new Answer(response.statusCode(), response.body(), first);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String cookieLine() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String set) {
        var pair = set.substring(0, set.indexOf(';'));
        var at = pair.indexOf('=');
        cookies.put(pair.substring(0, at), pair.substring(at + 1));
    }
}
