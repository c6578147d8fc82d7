package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.engines.StartRefused;

/** A mark in the folder decides, and only in a demo world. */
class StartOverTests {
    private static final Words WORDS = Words.in(Locale.ENGLISH);
    private static final Map<String, String> ELSEWHERE = Map.of("KANMAI_REDIS_URL", "redis://127.0.0.1:6379");

    @TempDir
    Path data;

    @BeforeEach
    void aWorldHasBeenLivedIn() throws IOException {
        for (var folder : List.of("postgresql/base", "kafka/viewer-0", "media/17", "secrets", "logs", "cache")) {
            Files.createDirectories(data.resolve(folder));
            Files.writeString(data.resolve(folder).resolve("file"), "something");
        }
        Files.createSymbolicLink(data.resolve("lake"), Files.createDirectories(data.resolve("cache/elsewhere")));
        Files.writeString(data.resolve("cache/elsewhere/fact"), "kept");
        Files.writeString(data.resolve("engines.properties"), "");
        Files.writeString(data.resolve("kanmai.properties"), "");
    }

    private Options options(String verb) {
        return Options.parse(List.of(verb, "--data", data.toString()), WORDS);
    }

    private void finish(String verb, Map<String, String> environment) {
        StartOver.finish(options(verb), EnginesSettings.from(data, environment), WORDS);
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aMarkedDemoWorldLosesAllButWhatIsTheOperatorsAndItsKind() throws IOException {
        new World(data, WORDS).keep(Kind.DEMO);
        new StartOver(data).ask();
        finish("demo", Map.of());
        assertThat(names()).containsExactly("cache", "kanmai.properties", "lock", "logs", "world");
        assertThat(data.resolve("cache/elsewhere/fact")).as("behind a link").exists();
        assertThat(new World(data, WORDS).is(Kind.DEMO)).isTrue();
    }

    @Test
    void whoeverDiedHalfWayGoesOn() throws IOException {
        new World(data, WORDS).keep(Kind.DEMO);
        new StartOver(data).ask();
        Files.delete(data.resolve("postgresql/base/file"));
        Files.delete(data.resolve("engines.properties"));
        finish("demo", Map.of());
        finish("demo", Map.of());
        assertThat(names()).containsExactly("cache", "kanmai.properties", "lock", "logs", "world");
    }

    @Test
    void withoutAMarkNothingIsTouched() throws IOException {
        new World(data, WORDS).keep(Kind.DEMO);
        Files.writeString(data.resolve(StartOver.MARK + ".new"), "half a mark");
        var before = names();
        finish("demo", Map.of());
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aRealWorldIsNeverTouchedWhoeverMarkedIt() throws IOException {
        new World(data, WORDS).keep(Kind.REAL);
        new StartOver(data).ask();
        var before = names();
        finish("run", Map.of());
        finish("demo", Map.of());
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aFolderOfNoKindYetIsNotTouched() throws IOException {
        new StartOver(data).ask();
        var before = names();
        finish("demo", Map.of());
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void whatIsKeptElsewhereCantBeEmptiedFromHereSoNothingIs() throws IOException {
        new World(data, WORDS).keep(Kind.DEMO);
        new StartOver(data).ask();
        var before = names();
        assertThatThrownBy(() -> finish("demo", ELSEWHERE))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("elsewhere");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void onlyADemoWorldWithEnginesOfItsOwnMay() {
        var own = EnginesSettings.from(data, Map.of());
        assertThat(StartOver.isPossible(options("demo"), own)).isTrue();
        assertThat(StartOver.isPossible(options("run"), own)).isFalse();
        assertThat(StartOver.isPossible(options("demo"), EnginesSettings.from(data, ELSEWHERE)))
                .isFalse();
    }
}
