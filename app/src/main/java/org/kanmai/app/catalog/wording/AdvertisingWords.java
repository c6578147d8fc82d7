package org.kanmai.app.catalog.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kanmai.app.catalog.wording.Folded.Span;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds words that advertising law forbids, by a dated list that names the article for each. */
@Component
public class AdvertisingWords {
    private static final String FILE = "/catalog/advertising-words.txt";
    private static final String VERSION = "version:";
    private static final String EXCEPT = "except";

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();
    private LocalDate version = LocalDate.MIN;

    AdvertisingWords() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AdvertisingWords.class.getResourceAsStream(FILE)), UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of advertising words cannot be read", unreadable);
        }
    }

    /**
     * A forbidden word where it stands.
     *
     * @param field which text it stands in
     * @param word as it stands in the list
     * @param from where it begins, in UTF-16 units
     * @param to where it ends
     * @param rule the kind of claim
     * @param article of the Advertising Law
     */
    public record Hit(String field, String word, int from, int to, String rule, String article) {}

    /** Returns the day of the list. */
    public LocalDate version() {
        return version;
    }

    /** Returns the forbidden words of a text, in its order; of two that overlap the longer one. */
    public List<Hit> in(String field, String text) {
        var folded = Folded.of(text);
        var fine = allowed.stream()
                .flatMap(phrase -> folded.spans(phrase).stream())
                .toList();
        var hits = entries.stream()
                .flatMap(entry -> folded.spans(entry.folded).stream()
                        .filter(span -> fine.stream().noneMatch(each -> each.holds(span)))
                        .map(span -> new Hit(field, entry.word, span.from(), span.to(), entry.rule, entry.article)))
                .sorted(Comparator.comparingInt(Hit::from).thenComparing(Hit::to, Comparator.reverseOrder()))
                .toList();
        return hits.stream()
                .filter(hit -> hits.stream().noneMatch(other -> within(hit, other)))
                .toList();
    }

    private static boolean within(Hit hit, Hit other) {
        var inner = new Span(hit.from, hit.to);
        var outer = new Span(other.from, other.to);
        return outer.holds(inner) && !inner.holds(outer);
    }

    /** Refuses with 422 texts, by their fields, that hold a forbidden word; the problem names each with its place and article. */
    public void check(Map<String, String> texts) {
        var hits = texts.entrySet().stream()
                .flatMap(text -> in(text.getKey(), text.getValue()).stream())
                .toList();
        if (!hits.isEmpty()) {
            throw new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "advertising-words",
                            "Advertising law forbids some words",
                            "Take out what is named in words; each says where it stands and which article forbids it.")
                    .with("words", hits)
                    .with("version", version.toString());
        }
    }

    private record Entry(String word, String folded, String rule, String article) {}

    private void read(String line) {
        if (line.startsWith(VERSION)) {
            version = LocalDate.parse(line.substring(VERSION.length()).strip());
            return;
        }
        var parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a line of advertising words is 'rule | article | word, word': " + line);
        }
        Arrays.stream(parts[2].split(",", -1)).map(String::strip).forEach(word -> add(parts, word));
    }

    private void add(String[] parts, String word) {
        var folded = Folded.of(word).letters();
        if (parts[0].strip().equals(EXCEPT)) {
            allowed.add(folded);
        } else {
            entries.add(new Entry(word, folded, parts[0].strip(), parts[1].strip()));
        }
    }
}
