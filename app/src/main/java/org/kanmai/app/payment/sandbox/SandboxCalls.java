package org.kanmai.app.payment.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed calls to the sandbox, each with a time limit. */
final class SandboxCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI address;
    private final Seal seal;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    SandboxCalls(URI address, Seal seal, JsonMapper json) {
        this.address = address;
        this.seal = seal;
        this.json = json;
    }

    /** What it answered. */
    record Answer(int status, String body) {}

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, Map<String, Object> body) {
        return send("POST", path, json.writeValueAsString(body));
    }

    JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException malformed) {
            throw new ProviderAway("the sandbox answers in no JSON", malformed);
        }
    }

    private Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        seal.sign(method, path, body).forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException away) {
            throw new ProviderAway("the sandbox does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProviderAway("interrupted", stopped);
        }
    }
}
