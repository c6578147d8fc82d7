package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.engines.StartRefused;

class OptionsTests {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Words words = Words.in(Locale.ENGLISH);

    @Test
    void runAndDemoHaveTheSameDefaults() {
        var run = Options.parse(List.of("run"), words);
        assertThat(run)
                .isEqualTo(
                        new Options(Kind.REAL, LOOPBACK, 8080, Path.of("data").toAbsolutePath(), false, false));
        assertThat(Options.parse(List.of("demo"), words).kind()).isEqualTo(Kind.DEMO);
    }

    @Test
    void portAndFolderAreTaken() {
        var options = Options.parse(List.of("demo", "--port", "9000", "--data", "/srv/my folder", "--tiny"), words);
        assertThat(options).isEqualTo(new Options(Kind.DEMO, LOOPBACK, 9000, Path.of("/srv/my folder"), true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:8080",
        "0.0.0.0, http://localhost:8080",
        "::, http://localhost:8080",
        "192.168.1.20, http://192.168.1.20:8080",
        "fd00::20, http://[fd00:0:0:0:0:0:0:20]:8080"
    })
    void anotherAddressIsTakenAndNamedToTheReader(String listen, String address) {
        var options = Options.parse(List.of("run", "--listen", listen), words);
        assertThat(options.listen()).isEqualTo(InetAddress.ofLiteral(listen));
        assertThat(options.address()).hasToString(address);
        assertThat(options.address(options.sandboxPort())).hasToString(address.replace(":8080", ":8081"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "walk",
                "run --listen",
                "run --listen example.org",
                "run --listen 1.2.3.4.5",
                "run --port",
                "run --port 0",
                "run --port 70000",
                "run --port x",
                "run --fast"
            })
    void whatIsNotUnderstoodIsRefused(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" ")), words)).isInstanceOf(StartRefused.class);
    }
}
