package org.kanmai.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with places in it: {@code {{name}}} takes a value and escapes it, {@code {{word.name}}} takes a word of the
 * language, {@code {{&name}}} takes a piece that is HTML already.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(&?)([a-z.]+)}}");

    private final String text;

    Template(String file) {
        text = resource(file);
    }

    /** Returns the file's text as it is. */
    static String resource(String file) {
        try (var in = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Fills all places; throws when one has no value. */
    String fill(Words words, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(filled(place, words, values)));
    }

    private static String filled(MatchResult place, Words words, Map<String, String> values) {
        var name = place.group(2);
        var value = name.startsWith("word.")
                ? words.say(name.substring("word.".length()))
                : Objects.requireNonNull(values.get(name), name);
        return place.group(1).isEmpty() ? escaped(value) : value;
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
