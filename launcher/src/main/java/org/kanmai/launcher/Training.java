package org.kanmai.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The requests of a training run: what every visitor asks first. */
final class Training {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> PATHS =
            List.of("/", "/api/me", "/api/feed?count=6", "/openapi.json", "/actuator/health");

    private Training() {}

    static void visit(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            for (var path : PATHS) {
                client.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .timeout(LIMIT)
                                .build(),
                        BodyHandlers.discarding());
            }
        }
    }
}
