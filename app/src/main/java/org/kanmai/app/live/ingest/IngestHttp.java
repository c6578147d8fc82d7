package org.kanmai.app.live.ingest;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What another server for RTMP asks: nginx-rtmp by forms ({@code on_publish}, {@code on_publish_done}), SRS by JSON
 * ({@code on_publish}, {@code on_unpublish}). Both take a 200 for yes, SRS with the body 0, and anything else for no.
 */
@RestController
@RequestMapping("/api/live-ingest")
class IngestHttp {
    private static final String YES = "0";

    private final Ingest ingest;

    IngestHttp(Ingest ingest) {
        this.ingest = ingest;
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/publish", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String publish(@RequestParam(required = false) @Nullable String secret, @RequestParam String name) {
        return publishes(secret, name);
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/done", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String done(@RequestParam(required = false) @Nullable String secret, @RequestParam String name) {
        return isDone(secret, name);
    }

    /** SRS says more of a stream in each version; its name is all that counts. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/srs", consumes = MediaType.APPLICATION_JSON_VALUE)
    String srs(@RequestParam(required = false) @Nullable String secret, @RequestBody JsonNode told) {
        var name = told.path("stream").asString("");
        return switch (told.path("action").asString("")) {
            case "on_publish" -> publishes(secret, name);
            case "on_unpublish" -> isDone(secret, name);
            default -> {
                check(secret);
                yield YES;
            }
        };
    }

    private String publishes(@Nullable String secret, String name) {
        check(secret);
        if (!ingest.begin(name)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "no-room", "No room takes this", "Nobody has this key, or its room is over.");
        }
        return YES;
    }

    private String isDone(@Nullable String secret, String name) {
        check(secret);
        ingest.end(name);
        return YES;
    }

    private void check(@Nullable String secret) {
        if (!ingest.isTrusted(secret)) {
            throw Refusal.notFound("server");
        }
    }
}
