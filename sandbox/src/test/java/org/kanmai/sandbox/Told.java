package org.kanmai.sandbox;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A notification as the shop received it. */
record Told(JsonNode body, Instant signedAt, boolean isSigned) {
    String event() {
        return body.path("event").asString();
    }

    String kind() {
        return body.path("kind").asString();
    }

    String payment() {
        return body.path("payment").asString();
    }

    Instant at() {
        return Instant.parse(body.path("at").asString());
    }
}
