package org.kanmai.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTests {

    @ParameterizedTest
    @EnumSource
    void everyKindHasWordsForLettersInBothLanguages(NoticeKind kind) throws IOException {
        var words = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(NoticeKind.class.getResourceAsStream("/notices/letters.properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        assertThat(words.getProperty(kind.code() + ".zh")).isNotBlank();
        assertThat(words.getProperty(kind.code() + ".en")).isNotBlank();
    }
}
