package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        var english = properties("words.properties");
        var chinese = properties("words_zh.properties");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(places(chinese.getProperty(key.toString(), "")))
                .as("%s", key)
                .isEqualTo(places(text)));
    }

    @Test
    void aChineseConsoleSpeaksChineseAndAnyOtherEnglish() {
        assertThat(Words.in(Locale.SIMPLIFIED_CHINESE).say("port.busy", "80")).startsWith("端口 80");
        assertThat(Words.in(Locale.GERMANY).say("port.busy", "80")).startsWith("Port 80");
    }

    private static String places(Object text) {
        return text.toString()
                .replaceAll("[^{}0-9]|(?<!\\{)[0-9]+(?!\\})", "")
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .reduce("", String::concat);
    }

    private static Properties properties(String name) throws IOException {
        var stream = Objects.requireNonNull(Words.class.getResourceAsStream(name));
        var properties = new Properties();
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
