package org.kanmai.app.river;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.kanmai.app.identity.Browser;
import org.kanmai.facts.Pseudonym;
import tools.jackson.databind.JsonNode;

/** Somebody who looks at pages and tells what was seen of them. */
public record Spectator(Browser browser) {

    public static Spectator at(int port) {
        return new Spectator(new Browser(port));
    }

    /** Returns the pseudonym of a browser without an account: it stands in its cookie. */
    public Pseudonym pseudonym() {
        var cookie = Base64.getUrlDecoder().decode(browser.cookie("kanmai_visitor"));
        return new Pseudonym(ByteBuffer.wrap(cookie, 1, Long.BYTES).getLong());
    }

    public JsonNode page(String query) {
        var answer = browser.get("/api/feed?" + query);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.json();
    }

    public Browser.Answer tell(String... facts) {
        return browser.post("/api/facts", "{\"facts\": [" + String.join(", ", facts) + "]}");
    }

    /** Tells facts and returns how the answer names them: what was taken and {@code index reason} of each that was not. */
    public List<String> told(String... facts) {
        var answer = tell(facts).json();
        var refused = answer.path("refused")
                .valueStream()
                .map(one -> one.path("index").asInt() + " " + one.path("reason").asString());
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(answer.path("accepted").asInt() + " accepted"), refused)
                .toList();
    }

    public static String exposed(String token) {
        return "{\"kind\": \"exposed\", \"token\": \"" + token + "\"}";
    }

    public static String watched(String token, int sequence, int watchedMillis, int positionMillis, int loops) {
        return """
                {"kind": "watched", "token": "%s", "sequence": %d, "watchedMillis": %d, "playedMillis": %d, "positionMillis": %d,
                 "loops": %d, "ended": false}""".formatted(token, sequence, watchedMillis, watchedMillis, positionMillis, loops);
    }
}
