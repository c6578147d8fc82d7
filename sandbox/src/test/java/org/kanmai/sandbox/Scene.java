package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.kanmai.engines.PostgresqlAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox on a database of its own, a shop that it tells, a caller, and a clock that all of them read. */
final class Scene implements AutoCloseable {
    static final Duration MINUTES = Duration.ofMinutes(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger COUNT = new AtomicInteger();

    final MovedClock clock = new MovedClock(Instant.parse("2026-11-24T10:00:00Z"));
    final PostgresqlAddress database = TestPostgresql.fresh();
    final Path keys;
    final Shop shop;
    final Caller caller;
    private final Sandbox sandbox;

    Scene(Path folder) throws Exception {
        keys = folder.resolve("keys");
        sandbox = Sandbox.start(settings());
        shop = new Shop(keys);
        caller = new Caller(sandbox.address(), keys, clock);
    }

    SandboxSettings settings() {
        return new SandboxSettings(
                InetAddress.ofLiteral("127.0.0.1"),
                0,
                database.jdbcUrl(),
                database.user(),
                database.password(),
                keys,
                clock);
    }

    static String id() {
        return "order-" + COUNT.incrementAndGet();
    }

    String asked(String id, long minor, String subject) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("id", id)
                .put("subject", subject)
                .put("notifyUrl", shop.notifyUrl().toString())
                .put("returnUrl", "http://localhost:8080/orders/" + id)
                .put("expiresAt", clock.instant().plus(MINUTES).toString())
                .set("amount", JSON.createObjectNode().put("minor", minor).put("currency", "CNY")));
    }

    HttpResponse<String> ask(String id, long minor) throws IOException, InterruptedException {
        return caller.post("/v1/payments", asked(id, minor, "A tea bowl"));
    }

    /** Opens a payment and returns the path of its page. */
    String open(String id, long minor) throws IOException, InterruptedException {
        return page(json(ask(id, minor)));
    }

    /** Opens a payment and pays it. */
    String paid(String id, long minor) throws IOException, InterruptedException {
        var page = open(id, minor);
        assertThat(pay(page, "none").statusCode()).isEqualTo(303);
        return page;
    }

    HttpResponse<String> pay(String page, String fault) throws IOException, InterruptedException {
        return caller.submit(page, "action=pay&fault=" + fault);
    }

    HttpResponse<String> refund(String payment, String id, long minor) throws IOException, InterruptedException {
        var body = "{\"id\":\"" + id + "\",\"reason\":\"broken\",\"amount\":{\"minor\":" + minor
                + ",\"currency\":\"CNY\"}}";
        return caller.post("/v1/payments/" + payment + "/refunds", body);
    }

    String state(String id) throws IOException, InterruptedException {
        return json(caller.get("/v1/payments/" + id)).path("state").asString();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String page(JsonNode payment) {
        return URI.create(payment.path("page").asString()).getPath();
    }

    @Override
    public void close() {
        caller.close();
        sandbox.close();
        shop.close();
    }
}
