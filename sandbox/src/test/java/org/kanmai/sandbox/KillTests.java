package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.engines.PostgresqlAddress;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class KillTests {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final PostgresqlAddress database = TestPostgresql.fresh();

    @Test
    void whatWasSentAndNotAcknowledgedWhenTheProviderWasKilledIsSentByTheNext() throws Exception {
        var keys = folder.resolve("keys");
        var paid = new CountDownLatch(1);
        var killed = new CountDownLatch(1);
        try (var process = SandboxProcess.start(database, keys);
                var shop = new Shop(keys);
                var caller = new Caller(process.address(), keys, Clock.systemUTC())) {
            shop.answers(told -> {
                await(paid);
                process.kill();
                killed.countDown();
                return 204;
            });
            caller.submit(page(caller, shop), "action=pay&fault=none");
            paid.countDown();
            killed.await();
            shop.answers(told -> 204);
            var first = shop.told("order-1").getFirst();
            try (var next = Sandbox.start(later(keys))) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> shop.told("order-1").size() == 2);
                assertThat(shop.told("order-1").getLast().event()).isEqualTo(first.event());
                assertThat(next.address()).isNotEqualTo(process.address());
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String page(Caller caller, Shop shop) throws Exception {
        var asked = JSON.createObjectNode()
                .put("id", "order-1")
                .put("subject", "A tea bowl")
                .put("notifyUrl", shop.notifyUrl().toString())
                .put("returnUrl", "http://localhost:8080/")
                .put(
                        "expiresAt",
                        Clock.systemUTC().instant().plus(Scene.MINUTES).toString())
                .set("amount", JSON.createObjectNode().put("minor", 3900).put("currency", "CNY"));
        var payment = caller.post("/v1/payments", JSON.writeValueAsString(asked));
        assertThat(payment.statusCode()).isEqualTo(201);
        return URI.create(Scene.json(payment).path("page").asString()).getPath();
    }

    /** The next start, when the try of the one that was killed has run out. */
    private SandboxSettings later(Path keys) {
        return new SandboxSettings(
                InetAddress.ofLiteral("127.0.0.1"),
                0,
                database.jdbcUrl(),
                database.user(),
                database.password(),
                keys,
                Clock.offset(Clock.systemUTC(), LEASE.plusSeconds(1)));
    }
}
