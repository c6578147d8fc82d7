package org.kanmai.simulator.crowd;

import java.net.http.HttpResponse;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server answered.
 *
 * @param status 0 when it did not answer
 * @param body its JSON, missing when there was none
 */
record Answer(int status, JsonNode body, OptionalLong retryAfterSeconds) {

    /** No answer in time. */
    static final Answer NONE = new Answer(0, MissingNode.getInstance(), OptionalLong.empty());

    static Answer of(HttpResponse<String> response) {
        var wait = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)));
        return new Answer(response.statusCode(), parsed(response.body()), wait.orElse(OptionalLong.empty()));
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

    boolean isGood() {
        return status == 200;
    }

    /** Returns whether the same may be asked again later. */
    boolean isLater() {
        return status == 0 || isBusy();
    }

    boolean isBusy() {
        return status == 429 || status == 503;
    }
}
