package org.kanmai.simulator.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One person's connection to the server: keeps the cookies, sends the CSRF header, and waits when told to slow down. */
final class Session {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 6;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final int PAGES = 40;

    private final HttpClient client;
    private final URI address;
    private final Pause pause;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Session(HttpClient client, URI address, Pause pause) {
        this.client = client;
        this.address = address;
        this.pause = pause;
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Reply post(String path, Object body) {
        return json("POST", path, body, Map.of());
    }

    Reply post(String path, Object body, Map<String, String> headers) {
        return json("POST", path, body, headers);
    }

    Reply put(String path) {
        return send("PUT", path, BodyPublishers.noBody(), Map.of());
    }

    Reply put(String path, Object body) {
        return json("PUT", path, body, Map.of());
    }

    Reply put(String path, byte[] bytes, String type) {
        return send("PUT", path, BodyPublishers.ofByteArray(bytes), Map.of("Content-Type", type));
    }

    Reply patch(String path, Object body) {
        return json("PATCH", path, body, Map.of());
    }

    Reply patch(String path, byte[] bytes, long offset) {
        return send(
                "PATCH",
                path,
                BodyPublishers.ofByteArray(bytes),
                Map.of("Content-Type", "application/octet-stream", "Upload-Offset", Long.toString(offset)));
    }

    /** All items of a list, page after page, up to a bound. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var joint = path.contains("?") ? "&" : "?";
        var cursor = "";
        for (var page = 0; page < PAGES; page++) {
            var body = get(path + joint + "limit=50" + cursor).orFail(path);
            body.path("items").forEach(items::add);
            var next = body.path("next").asString("");
            if (next.isEmpty()) {
                return items;
            }
            cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return items;
    }

    private Reply json(String method, String path, Object body, Map<String, String> more) {
        var headers = new java.util.HashMap<>(more);
        headers.put("Content-Type", "application/json");
        var text = JsonMapper.shared().writeValueAsString(body);
        return send(method, path, BodyPublishers.ofString(text), headers);
    }

    private Reply send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        if (!method.equals("GET") && !cookies.containsKey("kanmai_csrf")) {
            once("GET", "/api/me", BodyPublishers.noBody(), Map.of());
        }
        var reply = once(method, path, body, headers);
        for (var attempt = 1; attempt < ATTEMPTS && (reply.status() == 429 || reply.status() == 503); attempt++) {
            pause.last(Duration.ofSeconds(
                    Math.min(LONGEST_WAIT_SECONDS, reply.retryAfterSeconds().orElse(2L))));
            reply = once(method, path, body, headers);
        }
        return reply;
    }

    private Reply once(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
        Optional.ofNullable(cookies.get("kanmai_csrf")).ifPresent(token -> request.header("X-CSRF", token));
        try {
            return read(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new ServerGone(method + " " + path, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + method + " " + path, interruption);
        }
    }

    private Reply read(HttpResponse<String> response) {
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        var wait = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::valueOf);
        return new Reply(response.statusCode(), parsed(response.body()), wait);
    }

    private static JsonNode parsed(String text) {
        try {
            return text.isBlank()
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private void keep(String header) {
        var pair = header.substring(0, header.indexOf(';') < 0 ? header.length() : header.indexOf(';'));
        var middle = pair.indexOf('=');
        if (middle < 1) {
            return;
        }
        var value = pair.substring(middle + 1).strip();
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, middle).strip());
            return;
        }
        cookies.put(pair.substring(0, middle).strip(), value);
    }
}
