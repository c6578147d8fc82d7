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
 * What another server for RTMP asks: nginx-rtmp by forms ({@code on_publish}, {@code on_update}, {@code on_publish_done}), SRS by JSON
 * ({@code on_publish}, {@code on_unpublish}). Both take a 200 for yes, SRS with the body 0, and anything else for no.
 */
@RestController
@RequestMapping("/api/live-ingest")
class IngestHttp {
    private static final String YES = "0";
    private static final String PLAYS = "update_play";

    private final Ingest ingest;

    IngestHttp(Ingest ingest) {
        this.ingest = ingest;
    }

    /** Who pushes is named by the number of a connection. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/publish", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String publish(
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String clientid) {
        check(secret);
        return answer(ingest.begin(name, clientid));
    }

    /** Asked every few seconds about each push as long as it lasts, and about each who plays. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/update", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String update(
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam String call,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String clientid) {
        check(secret);
        return answer(call.equals(PLAYS) || ingest.goesOn(name, clientid));
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/done", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String done(
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String clientid) {
        check(secret);
        ingest.end(name, clientid);
        return YES;
    }

    /** SRS says more of a stream in each version; its name and who pushes it are all that counts. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping(path = "/srs", consumes = MediaType.APPLICATION_JSON_VALUE)
    String srs(@RequestParam(required = false) @Nullable String secret, @RequestBody JsonNode told) {
        check(secret);
        var name = told.path("stream").asString("");
        var client = told.path("client_id").asString("");
        return switch (told.path("action").asString("")) {
            case "on_publish" -> answer(ingest.begin(name, client));
            case "on_unpublish" -> {
                ingest.end(name, client);
                yield YES;
            }
            default -> YES;
        };
    }

    private static String answer(boolean taken) {
        if (!taken) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "no-room", "No room takes this", "Nobody has this key, or its room is over.");
        }
        return YES;
    }

    private void check(@Nullable String secret) {
        if (!ingest.isTrusted(secret)) {
            throw Refusal.notFound("server");
        }
    }
}
