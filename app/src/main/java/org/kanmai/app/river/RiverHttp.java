package org.kanmai.app.river;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.kanmai.app.river.Gate.Taken;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gate for facts, and the keys that prove pages. */
@RestController
class RiverHttp {
    static final int LARGEST_BATCH = 100;
    static final int LARGEST_BODY = 64 * 1024;

    private final Gate gate;
    private final Keys keys;
    private final JsonMapper json;

    RiverHttp(Gate gate, Keys keys, JsonMapper json) {
        this.gate = gate;
        this.keys = keys;
        this.json = json;
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/facts")
    Taken take(InputStream body, Viewer viewer) throws IOException {
        return gate.take(reports(body.readNBytes(LARGEST_BODY + 1)), viewer);
    }

    private List<JsonNode> reports(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw tooLarge("A batch has at most " + LARGEST_BODY + " bytes.");
        }
        var batch = parse(body);
        var facts = batch.get("facts");
        if (facts == null || !facts.isArray()) {
            throw Refusal.invalid("facts", "must be a list");
        }
        if (batch.size() > 1) {
            throw Refusal.invalid("body", "must hold facts and nothing else");
        }
        if (facts.size() > LARGEST_BATCH) {
            throw tooLarge("A batch has at most " + LARGEST_BATCH + " facts.");
        }
        return facts.values().stream().toList();
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException malformed) {
            throw Refusal.invalid("body", "is not JSON");
        }
    }

    private static Refusal tooLarge(String detail) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The batch is too large", detail);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/keys")
    List<Keys.PageKey> keys() {
        return keys.pageKeys();
    }
}
