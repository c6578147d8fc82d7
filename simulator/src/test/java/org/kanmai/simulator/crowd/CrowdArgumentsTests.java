package org.kanmai.simulator.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdArgumentsTests {

    @Test
    void readsWhatIsAsked() {
        var server = URI.create("http://127.0.0.1:8080");
        assertThat(read("--server", "http://127.0.0.1:8080")).isEqualTo(new CrowdArguments(server, 200, 5, 1, 7));
        assertThat(read("--server", "http://127.0.0.1:8080", "--people", "2000", "--minutes", "240", "--pace", "0.1"))
                .isEqualTo(new CrowdArguments(server, 2_000, 240, 0.1, 7));
        assertThat(read("--server", "https://kanmai.example", "--anywhere", "--seed", "-3")
                        .seed())
                .isEqualTo(-3);
    }

    @ParameterizedTest
    @CsvSource({
        "--people, 0",
        "--people, 2001",
        "--people, x",
        "--minutes, 0",
        "--minutes, 241",
        "--pace, 0.09",
        "--pace, 20.1",
        "--pace, NaN",
        "--pace, x",
        "--seed, 99999999999",
        "--luck, 1"
    })
    void refusesWhatIsOutOfBounds(String name, String value) {
        assertThatThrownBy(() -> read("--server", "http://localhost:8080", name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kanmai.example",
                "http://127.0.0.1.example",
                "http://localhost.example",
                "http://10.0.0.1:8080",
                "http://0.0.0.0:8080",
                "http://[::2]:8080",
                "http://127.0.0.1@10.0.0.1/",
                "http://me@127.0.0.1/",
                "http://127.0.0.1/api",
                "http://127.0.0.1/?a",
                "http://127.0.0.1/#a",
                "http://127.0.0.1:70000",
                "ftp://127.0.0.1",
                "127.0.0.1:8080",
                "mailto:a@b",
                "http:// 127.0.0.1",
                ""
            })
    void refusesAddressesThatAreNotThisMachines(String server) {
        assertThatThrownBy(() -> read("--server", server))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--server");
    }

    @Test
    void takesEveryNameOfThisMachine() {
        assertThat(Stream.of("http://localhost", "http://127.1.2.3:1/", "http://[::1]:8080", "https://localhost:8443"))
                .allSatisfy(
                        server -> assertThat(read("--server", server).server()).hasToString(server));
    }

    private static CrowdArguments read(String... words) {
        return CrowdArguments.read(words);
    }
}
