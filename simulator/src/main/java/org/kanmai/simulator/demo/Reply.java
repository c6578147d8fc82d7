package org.kanmai.simulator.demo;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the server answered: the status, its JSON (missing when there was none), and the seconds after which to try again. */
record Reply(int status, JsonNode body, Optional<Long> retryAfterSeconds) {

    boolean good() {
        return status / 100 == 2;
    }

    /** The body of a good answer; anything else is a failure of the demo world, told with the server's own words. */
    JsonNode orFail(String what) {
        if (!good()) {
            throw new IllegalStateException(what + " was refused: " + this);
        }
        return body;
    }

    @Override
    public String toString() {
        return status + " " + body.path("type").asString("") + " "
                + body.path("detail").asString("");
    }
}
