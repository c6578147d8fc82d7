package org.kanmai.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that was read whole, within its bounds. */
public final class Request {
    private static final int MOST_FIELDS = 16;

    private final String method;
    private final URI address;
    private final Headers headers;
    private final byte[] body;
    private final List<String> parts;

    Request(String method, URI address, Headers headers, byte[] body) {
        this(method, address, headers, body, List.of());
    }

    private Request(String method, URI address, Headers headers, byte[] body, List<String> parts) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
        this.parts = parts;
    }

    /** Returns the same, with what the route found in the path. */
    Request with(List<String> found) {
        return new Request(method, address, headers, body, List.copyOf(found));
    }

    /** Returns GET, POST or another. */
    public String method() {
        return method;
    }

    /** Returns the path as it was sent. */
    public String path() {
        return Objects.requireNonNullElse(address.getRawPath(), "");
    }

    /** Returns path and query as they were sent. */
    public String target() {
        var query = address.getRawQuery();
        return query == null ? path() : path() + "?" + query;
    }

    /** Returns the part of the path at this place of the route's pattern, from 0. */
    public String part(int place) {
        return parts.get(place);
    }

    /** Returns a header, if it was sent exactly once. */
    public Optional<String> header(String name) {
        var values = headers.get(name);
        return values == null || values.size() != 1 ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** Returns the body's bytes. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns a field of the query, if there is one. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(fields(address.getRawQuery()).get(name));
    }

    /** Returns the fields of a form. */
    public Map<String, String> form() {
        if (!header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            throw Refusal.invalid("A form is expected.");
        }
        return fields(new String(body, UTF_8));
    }

    private static Map<String, String> fields(@Nullable String text) {
        var fields = new HashMap<String, String>();
        if (text == null || text.isEmpty()) {
            return fields;
        }
        var pairs = text.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw Refusal.invalid("There are too many fields.");
        }
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            fields.put(decoded(equals < 0 ? pair : pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("A field is not encoded as in a form.");
        }
    }
}
