package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class AccessTests {
    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void opens() throws Exception {
        scene = new Scene(folder);
    }

    @AfterAll
    static void closes() {
        scene.close();
    }

    @Test
    void aSignedRequestIsAnswered() throws Exception {
        var created = scene.ask("access-1", 3900);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(scene.caller.get("/v1/payments/access-1").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignatureOfAnotherBodyIsRefused() throws Exception {
        var caller = scene.caller;
        var signed = caller.sign("POST", "/v1/payments", "{}", caller.now(), Caller.nonce());
        refused(caller.send("POST", "/v1/payments", scene.asked("forged-1", 1, "A tea bowl"), signed));
    }

    @Test
    void aSignatureOfAnotherPathIsRefused() throws Exception {
        scene.ask("access-2", 3900);
        var signed = scene.caller.sign("GET", "/v1/payments/access-3", "", scene.caller.now(), Caller.nonce());
        refused(scene.caller.send("GET", "/v1/payments/access-2", "", signed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-301", "301"})
    void aStaleOrEarlySignatureIsRefused(String seconds) throws Exception {
        var then = scene.clock.instant().plus(Duration.ofSeconds(Long.parseLong(seconds)));
        var timestamp = Long.toString(then.getEpochSecond());
        var signed = scene.caller.sign("GET", "/v1/payments/x", "", timestamp, Caller.nonce());
        refused(scene.caller.send("GET", "/v1/payments/x", "", signed));
    }

    @Test
    void aNonceIsGoodForOneRequest() throws Exception {
        scene.ask("access-4", 3900);
        var signed = scene.caller.sign("GET", "/v1/payments/access-4", "", scene.caller.now(), Caller.nonce());
        assertThat(scene.caller.send("GET", "/v1/payments/access-4", "", signed).statusCode())
                .isEqualTo(200);
        refused(scene.caller.send("GET", "/v1/payments/access-4", "", signed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "has a space in it",
                "way-too-long-0123456789-0123456789-0123456789-0123456789-0123456789"
            })
    void aNonceThatIsNotWellFormedIsRefused(String nonce) throws Exception {
        var signed = scene.caller.sign("GET", "/v1/payments/x", "", scene.caller.now(), nonce);
        refused(scene.caller.send("GET", "/v1/payments/x", "", signed));
    }

    @Test
    void withoutASignatureNothingOfTheApiAnswers() throws Exception {
        for (var path : new String[] {"/v1/payments/x", "/v1/refunds/x", "/v1/statements/2026-11-24"}) {
            refused(scene.caller.open(path, "en"));
        }
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        var missing = scene.caller.open("/nothing", "en");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Scene.json(missing).path("type").asString()).isEqualTo("/problems/not-found");
        assertThat(scene.caller.open("/v1/payments", "en").statusCode()).isEqualTo(405);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        var request = scene.caller
                .request("/v1/payments")
                .POST(BodyPublishers.ofString("x".repeat((64 << 10) + 1)))
                .build();
        assertThat(scene.caller.send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void theSandboxSaysThatItIsUp() throws Exception {
        var health = scene.caller.open("/health", "en");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(Scene.json(health).path("status").asString()).isEqualTo("up");
    }

    private static void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Scene.json(response).path("type").asString()).isEqualTo("/problems/not-signed");
    }
}
