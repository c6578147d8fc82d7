package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.engines.StartRefused;

class OptionsTests {
    private final Words words = Words.in(Locale.ENGLISH);

    @Test
    void runAndDemoHaveTheSameDefaults() {
        var run = Options.parse(List.of("run"), words);
        assertThat(run).isEqualTo(new Options(Kind.REAL, 8080, Path.of("data").toAbsolutePath(), false, false));
        assertThat(Options.parse(List.of("demo"), words).kind()).isEqualTo(Kind.DEMO);
    }

    @Test
    void portAndFolderAreTaken() {
        var options = Options.parse(List.of("demo", "--port", "9000", "--data", "/srv/my folder", "--tiny"), words);
        assertThat(options).isEqualTo(new Options(Kind.DEMO, 9000, Path.of("/srv/my folder"), true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "walk", "run --port", "run --port 0", "run --port 70000", "run --port x", "run --fast"})
    void whatIsNotUnderstoodIsRefused(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" ")), words)).isInstanceOf(StartRefused.class);
    }
}
