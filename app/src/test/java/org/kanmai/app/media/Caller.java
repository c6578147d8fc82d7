package org.kanmai.app.media;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser of one person or of nobody, over real HTTP. */
final class Caller {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI root;

    Caller(int port) {
        this.root = URI.create("http://127.0.0.1:" + port);
    }

    /** Signs a new creator up and returns their id. */
    long signUp(String handle) throws IOException, InterruptedException {
        get("/api/me");
        var answer = post("/api/people", """
                {"handle": "%s", "name": "%s", "password": "correct horse battery"}
                """.formatted(handle, handle));
        if (answer.statusCode() != 201) {
            throw new IOException(answer.body());
        }
        return JSON.readTree(answer.body()).path("person").path("id").asLong();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request("GET", path, BodyPublishers.noBody(), headers), BodyHandlers.ofByteArray());
    }

    Stream<String> lines(String path) throws IOException, InterruptedException {
        return client.send(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofLines())
                .body();
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Begins an upload and returns its id. */
    String begin(long size, String... headers) throws IOException, InterruptedException {
        var answer = post("/api/uploads", "{\"fileName\": \"holiday.mp4\", \"size\": %d}".formatted(size), headers);
        if (answer.statusCode() != 201) {
            throw new IOException(answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asString();
    }

    HttpResponse<String> patch(String upload, long offset, byte[] bytes) throws IOException, InterruptedException {
        return patch(upload, offset, BodyPublishers.ofByteArray(bytes));
    }

    /** Uploads all of a file in parts. */
    String upload(byte[] file, int part, String... headers) throws IOException, InterruptedException {
        var upload = begin(file.length, headers);
        for (int at = 0; at < file.length; at += part) {
            var answer = patch(upload, at, Arrays.copyOfRange(file, at, Math.min(file.length, at + part)));
            if (answer.statusCode() != 204) {
                throw new IOException(answer.body());
            }
        }
        return upload;
    }

    JsonNode standing(String upload) throws IOException, InterruptedException {
        return JSON.readTree(get("/api/uploads/" + upload).body());
    }

    String cookieLine() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((one, two) -> one + "; " + two)
                .orElse("");
    }

    String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("kanmai_csrf"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> patch(String upload, long offset, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(
                "PATCH",
                "/api/uploads/" + upload,
                body,
                "Upload-Offset",
                Long.toString(offset),
                "Content-Type",
                "application/offset+octet-stream");
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        return HttpRequest.newBuilder(root.resolve(path))
                .method(method, body)
                .headers(with(headers, "X-CSRF", csrf()))
                .build();
    }

    private static String[] with(String[] headers, String name, String value) {
        return Stream.concat(Arrays.stream(headers), Stream.of(name, value)).toArray(String[]::new);
    }
}
