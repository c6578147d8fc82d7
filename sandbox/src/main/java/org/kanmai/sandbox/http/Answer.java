package org.kanmai.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.kanmai.sandbox.json.Json;

/**
 * What goes back.
 *
 * @param length the bytes of the body; 0 when it is not known beforehand
 */
public record Answer(int status, Map<String, String> headers, long length, Body body) {
    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Writes the body. */
    @FunctionalInterface
    public interface Body {
        /** Writes it; the stream is closed by whoever gave it. */
        void write(OutputStream out) throws IOException;
    }

    private record Problem(String type, String title, int status, String detail) {}

    /** Returns a value as JSON. */
    public static Answer json(int status, Object value) {
        return of(status, "application/json", Json.write(value));
    }

    /** Returns a page. */
    public static Answer html(int status, String text) {
        return of(status, "text/html; charset=utf-8", text.getBytes(UTF_8));
    }

    /** Returns a body that is written while it is read from elsewhere. */
    public static Answer streamed(String contentType, Body body) {
        return new Answer(200, Map.of("Content-Type", contentType), 0, body);
    }

    /** Returns the way to the page that shows what came of a form. */
    public static Answer seeOther(String path) {
        return of(303, "text/plain; charset=utf-8", "See the page.\n".getBytes(UTF_8))
                .with("Location", path);
    }

    static Answer refusal(Refusal refusal) {
        var title = refusal.type().replace('-', ' ');
        var problem = new Problem("/problems/" + refusal.type(), title, refusal.status(), refusal.detail());
        return of(refusal.status(), "application/problem+json", Json.write(problem));
    }

    /** Returns the same with one more header. */
    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, length, body);
    }

    private static Answer of(int status, String contentType, byte[] bytes) {
        return new Answer(status, Map.of("Content-Type", contentType), bytes.length, out -> out.write(bytes));
    }
}
