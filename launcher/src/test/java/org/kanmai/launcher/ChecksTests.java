package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kanmai.engines.StartRefused;

class ChecksTests {
    private final Words words = Words.in(Locale.ENGLISH);

    @Test
    void theSandboxRunsInADemoAndElsewhereWhenItIsSwitchedOn() {
        assertThat(PaymentSandbox.isOn(options("demo", 8080), Map.of())).isTrue();
        assertThat(PaymentSandbox.isOn(options("run", 8080), Map.of())).isFalse();
        assertThat(PaymentSandbox.isOn(options("run", 8080), Map.of("KANMAI_PAYMENT_SANDBOX", "on")))
                .isTrue();
        assertThat(PaymentSandbox.isOn(options("run", 8080), Map.of("KANMAI_PAYMENT_SANDBOX", "off")))
                .isFalse();
    }

    @Test
    void theSandboxIsRefusedAPortThatAnotherProgramHas() throws IOException {
        Options options;
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            options = options("demo", other.getLocalPort() - 1);
            assertThatThrownBy(() -> Checks.sandboxPort(options, words))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("payment sandbox");
        }
        assertThatCode(() -> Checks.sandboxPort(options, words)).doesNotThrowAnyException();
    }

    @Test
    void theSandboxFindsNoPortAboveTheLast() {
        assertThatThrownBy(() -> Checks.sandboxPort(options("demo", 65_535), words))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("none above 65535");
    }

    @Test
    void theApplicationIsToldWhereTheSandboxIsAndWhichKeysAreIts() {
        var properties = PaymentSandbox.properties(
                Options.parse(List.of("demo", "--port", "9000", "--data", "/srv/world"), words));
        assertThat(properties)
                .containsEntry("kanmai.payment.sandbox.address", "http://localhost:9001")
                .containsEntry("kanmai.trade.sandbox-carrier.enabled", true)
                .containsEntry("kanmai.payment.sandbox.merchant-key", "/srv/world/secrets/sandbox/merchant-private.pem")
                .containsEntry("kanmai.payment.sandbox.provider-key", "/srv/world/secrets/sandbox/provider-public.pem");
    }

    private Options options(String verb, int port) {
        return Options.parse(List.of(verb, "--port", Integer.toString(port)), words);
    }
}
