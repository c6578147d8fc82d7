package org.kanmai.app.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.payment.PaymentProvider.Sent;
import org.kanmai.app.web.Refusal;

/** Who signs with the provider's key, and nobody else, is believed, for five minutes. */
class SealTests {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String PATH = "/api/payments/notifications/sandbox";

    @TempDir
    Path folder;

    private Path secret;
    private Path open;

    @BeforeEach
    void keys() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        secret = pem("private.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        open = pem("public.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private Path pem(String name, String kind, byte[] bytes) throws Exception {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private Seal at(Instant instant) {
        return new Seal(secret, open, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static Sent sent(Map<String, String> headers, String path, String body) {
        return new Sent(path, body, name -> headers.getOrDefault(name, ""));
    }

    @Test
    void whatIsSignedIsBelievedForFiveMinutes() {
        var headers = at(NOW).sign("POST", PATH, "{}");
        assertThat(at(NOW.plus(Duration.ofMinutes(5))).check(sent(headers, PATH, "{}")))
                .isEqualTo(headers.get("Pay-Nonce"));
        assertThatThrownBy(() -> at(NOW.plusSeconds(301)).check(sent(headers, PATH, "{}")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> at(NOW.minusSeconds(301)).check(sent(headers, PATH, "{}")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whateverIsChangedIsRefused() {
        var headers = at(NOW).sign("POST", PATH, "{}");
        refused(headers, PATH, "{ }");
        refused(headers, PATH + "/", "{}");
        refused(Map.of(), PATH, "{}");
        refused(at(NOW).sign("GET", PATH, "{}"), PATH, "{}");
        for (var name : headers.keySet()) {
            var changed = new HashMap<>(headers);
            changed.computeIfPresent(name, (any, old) -> (old.startsWith("x") ? "y" : "x") + old.substring(1));
            refused(changed, PATH, "{}");
        }
    }

    private void refused(Map<String, String> headers, String path, String body) {
        assertThatThrownBy(() -> at(NOW).check(sent(headers, path, body)))
                .as(headers + path + body)
                .isInstanceOf(Refusal.class);
    }
}
