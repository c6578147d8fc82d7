package org.kanmai.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of one HTTP/1.1 request. */
public final class Request {
    private static final byte[] NOTHING = {};

    private final byte[] bytes;

    private Request(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a request without a body; takes compressed answers, as every browser does. */
    public static Request get(String path, String cookies) {
        return of("GET", path, Map.of("Accept-Encoding", "gzip", "Cookie", cookies), NOTHING);
    }

    /** Returns a request with a JSON body. */
    public static Request json(String method, String path, Map<String, String> headers, String body) {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        return of(method, path, all, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a request with any body. */
    public static Request of(String method, String path, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(512);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return new Request(joined(head.toString().getBytes(StandardCharsets.US_ASCII), body));
    }

    byte[] bytes() {
        return bytes;
    }

    private static byte[] joined(byte[] head, byte[] body) {
        var bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return bytes;
    }
}
