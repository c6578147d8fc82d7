package org.kanmai.simulator.crowd;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One browser's cookies. */
final class Jar {
    private static final String TOKEN = "kanmai_csrf";
    private static final int MOST = 16;
    private static final int LONGEST = 4_096;

    private final Map<String, String> cookies = new TreeMap<>();

    void give(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Adds the header by which the server knows that it was asked by its own page. */
    void prove(HttpRequest.Builder request) {
        var token = cookies.get(TOKEN);
        if (token != null) {
            request.header("X-CSRF", token);
        }
    }

    void keep(HttpResponse<?> response) {
        response.headers().allValues("Set-Cookie").forEach(this::keep);
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0];
        int middle = pair.indexOf('=');
        if (middle < 1 || header.length() > LONGEST) {
            return;
        }
        var name = pair.substring(0, middle).strip();
        var value = pair.substring(middle + 1).strip();
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(name);
            return;
        }
        if (cookies.containsKey(name) || cookies.size() < MOST) {
            cookies.put(name, value);
        }
    }
}
