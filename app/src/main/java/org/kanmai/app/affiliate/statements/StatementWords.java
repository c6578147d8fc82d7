package org.kanmai.app.affiliate.statements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What a statement on paper says, in Chinese or in English. */
final class StatementWords {
    private static final String FILE = "/affiliate/statement.properties";
    private static final Properties WORDS = read();

    private final Locale language;

    StatementWords(Locale language) {
        this.language = language;
    }

    /** Returns the language in which money and times are written too. */
    Locale language() {
        return language;
    }

    String say(String key) {
        return Objects.requireNonNull(WORDS.getProperty(language.getLanguage() + "." + key), key);
    }

    String say(Statement.What what) {
        return say("what." + what.code());
    }

    private static Properties read() {
        var words = new Properties();
        try (var file =
                new InputStreamReader(Objects.requireNonNull(StatementWords.class.getResourceAsStream(FILE)), UTF_8)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the words of statements cannot be read", unreadable);
        }
        return words;
    }
}
