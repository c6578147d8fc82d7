package org.kanmai.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {
    private static final Pattern WORD = Pattern.compile("\\{\\{word\\.([a-z.]+)}}");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        var english = properties("words.properties");
        assertThat(properties("words_zh.properties").keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void everyWordOfThePagesIsThere() throws IOException {
        var english = properties("words.properties");
        assertThat(Stream.of("page", "open", "failed", "paid", "closed", "front")
                        .flatMap(name ->
                                WORD.matcher(Template.resource(name + ".html")).results())
                        .map(place -> place.group(1)))
                .isNotEmpty()
                .allMatch(english::containsKey);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/orders/1, http://localhost:8080",
        "https://Shop.Example/back?a=b, https://shop.example",
        "https://shop.example:443/, https://shop.example",
        "http://shop.example:443/, http://shop.example:443"
    })
    void anOriginIsWhatABrowserCallsIt(URI address, String origin) {
        assertThat(PaymentPage.origin(address)).isEqualTo(origin);
    }

    private static Properties properties(String name) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Template.resource(name)));
        return properties;
    }
}
