package org.kanmai.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** One browser: keeps its cookies and sends the CSRF header; the server only compares that with its cookie. */
public final class Caller {
    private final Map<String, String> cookies = new TreeMap<>(Map.of("kanmai_csrf", "benchmark"));

    /** Returns the browser of somebody whose session has this token. */
    public static Caller signedIn(String token) {
        var caller = new Caller();
        caller.cookies.put("kanmai_session", token);
        return caller;
    }

    /** Sends a request without a body. */
    public Reply get(Connection connection, String path) {
        return keep(connection.send(Request.get(path, cookies())));
    }

    /** Sends a request without a body and keeps no cookie, so that several threads may ask at once. */
    public Reply ask(Connection connection, String path) {
        return connection.send(Request.get(path, cookies()));
    }

    /** Sends a request with a JSON body. */
    public Reply json(Connection connection, String method, String path, Object body) {
        var text = JsonMapper.shared().writeValueAsString(body);
        return keep(connection.send(Request.json(method, path, headers(Map.of()), text)));
    }

    /** Sends bytes as they are. */
    public Reply bytes(Connection connection, String method, String path, Map<String, String> more, byte[] body) {
        return keep(connection.send(Request.of(method, path, headers(more), body)));
    }

    /** Returns a batch of reports ready to be sent; it needs no CSRF header, its tokens prove it. */
    public Request facts(String body) {
        return Request.of(
                "POST",
                "/api/facts",
                Map.of("Cookie", cookies(), "Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the value of the header {@code Cookie}. */
    public String cookies() {
        return cookies.entrySet().stream().map(Entry::toString).collect(Collectors.joining("; "));
    }

    /** Returns the value of one cookie; empty when there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    private Map<String, String> headers(Map<String, String> more) {
        var headers = new LinkedHashMap<>(more);
        headers.put("Cookie", cookies());
        headers.put("X-CSRF", "benchmark");
        return headers;
    }

    private Reply keep(Reply reply) {
        for (var cookie : reply.cookies()) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return reply;
    }
}
