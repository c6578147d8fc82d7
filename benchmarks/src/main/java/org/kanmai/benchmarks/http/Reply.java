package org.kanmai.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered, with the values of its {@code Set-Cookie} headers. */
public final class Reply {
    private final int status;
    private final List<String> cookies;
    private final byte[] body;

    Reply(int status, List<String> cookies, byte[] body) {
        this.status = status;
        this.cookies = List.copyOf(cookies);
        this.body = body;
    }

    List<String> cookies() {
        return cookies;
    }

    /** Returns whether the answer is a good one. */
    public boolean good() {
        return status / 100 == 2;
    }

    /** Returns the body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the JSON of a good answer; throws {@link IllegalStateException} with the server's own words otherwise. */
    public JsonNode json(String what) {
        if (!good()) {
            throw new IllegalStateException(what + " was refused: " + status + " " + text());
        }
        return JsonMapper.shared().readTree(body);
    }
}
