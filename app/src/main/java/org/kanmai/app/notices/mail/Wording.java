package org.kanmai.app.notices.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Words letters, in Chinese and in English: what a person reads in is known to their browser only. A letter names nobody. */
@Component
final class Wording {
    private static final String FILE = "/notices/letters.properties";

    private final Properties words = words();

    MailPort.Mail letter(MailAddress to, String kind, URI site, String token) {
        var text = """
                %s
                %s

                %s · %s
                %s

                %s · %s
                %s
                """.formatted(
                        zh(kind),
                        en(kind),
                        zh("open"),
                        en("open"),
                        site.resolve("/me/notices"),
                        zh("off"),
                        en("off"),
                        site.resolve("/notices/off?token=" + token));
        return new MailPort.Mail(to, both(kind), text, site.resolve("/api/notices/off?token=" + token));
    }

    MailPort.Mail code(MailAddress to, String code) {
        var text = """
                %s

                %s
                %s
                """.formatted(code, zh("code.text"), en("code.text"));
        return new MailPort.Mail(to, both("code") + " " + code, text, null);
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private String both(String key) {
        return zh(key) + " · " + en(key);
    }

    private String zh(String key) {
        return word(key + ".zh");
    }

    private String en(String key) {
        return word(key + ".en");
    }

    private String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    private static Properties words() {
        var words = new Properties();
        try (var file =
                new InputStreamReader(Objects.requireNonNull(Wording.class.getResourceAsStream(FILE), FILE), UTF_8)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
