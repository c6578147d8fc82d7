package org.kanmai.app.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser as the API sees it: it keeps cookies and sends the CSRF header. */
public final class Browser {
    public static final String PASSWORD = "correct horse battery";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
        get("/api/me");
    }

    /** Signs somebody up who consents to being profiled. */
    public static Browser of(int port, String handle) {
        var browser = new Browser(port);
        var answer = browser.signUp(handle, "\"behaviour\"");
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return browser;
    }

    public Answer signUp(String handle, String consents) {
        return post("/api/people", """
                {"handle": "%s", "name": "Somebody", "password": "%s", "consents": [%s]}
                """.formatted(handle, PASSWORD, consents));
    }

    public Answer signIn(String handle, String password) {
        return post("/api/session", """
                {"handle": "%s", "password": "%s"}
                """.formatted(handle, password));
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0], true);
    }

    public Answer post(String path, String json) {
        return send("POST", path, bytes(json), true);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, bytes(json), true);
    }

    public Answer put(String path, byte[] content) {
        return send("PUT", path, content, true);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, bytes(json), true);
    }

    public Answer delete(String path, String json) {
        return send("DELETE", path, bytes(json), true);
    }

    public Answer withoutCsrf(String method, String path, String json) {
        return send(method, path, bytes(json), false);
    }

    /** Calls with further headers. */
    public Answer call(String method, String path, String json, Map<String, String> headers) {
        return send(method, path, bytes(json), true, headers);
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Returns all cookies as a header. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public void keep(String name, String value) {
        cookies.put(name, value);
    }

    private Answer send(String method, String path, byte[] body, boolean csrf) {
        return send(method, path, body, csrf, Map.of());
    }

    private Answer send(String method, String path, byte[] body, boolean csrf, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (csrf && !method.equals("GET")) {
            request.header("X-CSRF", cookie("kanmai_csrf"));
        }
        return answer(request.build());
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        var set = response.headers().allValues("Set-Cookie");
        set.forEach(this::take);
        return new Answer(response.statusCode(), set, response.body(), response);
    }

    private void take(String set) {
        var pair = set.substring(0, set.indexOf(';'));
        var name = pair.substring(0, pair.indexOf('='));
        var value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(int status, List<String> cookies, String body, HttpResponse<String> whole) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String type() {
            return json().path("type").asString();
        }
    }
}
