package org.kanmai.launcher.sales;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant's connection to a running site. */
final class Merchant implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final URI server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .cookieHandler(cookies)
            .build();

    private Merchant(URI server) {
        this.server = server;
    }

    /** Signs in; throws {@link IOException} with the site's reason when it refuses. */
    static Merchant signIn(Asked asked) throws IOException, InterruptedException {
        var merchant = new Merchant(asked.server());
        merchant.get("/api/me");
        var body = JsonMapper.shared().writeValueAsString(Map.of("handle", asked.user(), "password", asked.password()));
        read(merchant.client.send(
                merchant.request("/api/session")
                        .header("Content-Type", "application/json")
                        .header("X-CSRF", merchant.token())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
        return merchant;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(client.send(request(path).timeout(PATIENCE).build(), BodyHandlers.ofString()));
    }

    /** Sends a file as it is read; the answer is what the site makes of it. */
    CompletableFuture<HttpResponse<String>> send(String path, Supplier<InputStream> content) {
        return client.sendAsync(
                request(path)
                        .header("Content-Type", "text/csv")
                        .header("X-CSRF", token())
                        .PUT(BodyPublishers.ofInputStream(content))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("kanmai_csrf"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 == OK / 100) {
            return answer.body().isBlank()
                    ? JsonMapper.shared().nullNode()
                    : JsonMapper.shared().readTree(answer.body());
        }
        throw new IOException(answer.statusCode() + " " + answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
