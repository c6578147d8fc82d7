package org.kanmai.app.governance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kanmai.facts.Code;
import org.springframework.stereotype.Component;

/** Looks for banned words in what people write. */
@Component
public class BannedWords {
    private static final String BLIND_SPOT =
            "Sees written words only: not homophones, look-alike letters, words split by other letters, words in pictures or speech.";

    private final List<Entry> entries = new ArrayList<>();

    BannedWords(GovernanceSettings settings) {
        try (var own = BannedWords.class.getResourceAsStream("/governance/banned-words.txt")) {
            read(Objects.requireNonNull(own));
            if (settings.words() != null) {
                try (var more = Files.newInputStream(settings.words())) {
                    read(more);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of banned words cannot be read", unreadable);
        }
    }

    /** Returns each banned word that stands in any of the texts, with its class. */
    public List<Hit> in(String... texts) {
        var plain = Arrays.stream(texts).map(PlainText::of).toList();
        return entries.stream()
                .filter(entry -> plain.stream().anyMatch(text -> text.has(entry.plain)))
                .map(entry -> new Hit(entry.word, entry.violation))
                .toList();
    }

    /** Returns what {@link #in} found as evidence for a review. */
    public Evidence evidence(String... texts) {
        var hits = in(texts);
        var value = hits.stream()
                .map(hit -> hit.word + " (" + hit.violation.code() + ")")
                .collect(Collectors.joining(", "));
        return new Evidence("words", hits.isEmpty() ? Finding.CLEAR : Finding.DOUBTFUL, value, BLIND_SPOT);
    }

    private void read(InputStream file) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line);
            }
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a line of banned words is 'class: word, word'");
        }
        var violation = Code.parse(Violation.class, line.substring(0, colon).strip());
        for (var word : line.substring(colon + 1).split(",", -1)) {
            if (!word.isBlank()) {
                entries.add(new Entry(word.strip(), PlainText.of(word), violation));
            }
        }
    }

    /** A banned word that was found, as it stands in the list. */
    public record Hit(String word, Violation violation) {}

    private record Entry(String word, PlainText plain, Violation violation) {}

    /**
     * A text in the two forms that words are looked for in.
     *
     * <p>Both are compatibility-decomposed (full width becomes half width), lower case, and without marks and invisible
     * characters. {@code spaced} keeps one space where anything but letters and digits stood and joins letters that were
     * spelled out ("p.o.r.n"); {@code joined} has letters and digits only.
     */
    private record PlainText(String spaced, String joined) {
        private static final Pattern SPELLED = Pattern.compile("(?<![a-z0-9])[a-z0-9](?: [a-z0-9](?![a-z0-9])){2,}");

        static PlainText of(String text) {
            var spaced = new StringBuilder(text.length());
            Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT)
                    .codePoints()
                    .filter(PlainText::visible)
                    .forEach(point -> append(spaced, point));
            var spelled = SPELLED.matcher(spaced.toString().strip())
                    .replaceAll(letters -> letters.group().replace(" ", ""));
            return new PlainText(spelled, spelled.replace(" ", ""));
        }

        /** Returns whether a word stands here: a Chinese one anywhere, one of Latin letters between word boundaries. */
        boolean has(PlainText word) {
            if (word.joined.codePoints().allMatch(point -> point < 0x250)) {
                return (" " + spaced + " ").contains(" " + word.spaced + " ");
            }
            return joined.contains(word.joined);
        }

        private static boolean visible(int point) {
            int type = Character.getType(point);
            return type != Character.FORMAT
                    && type != Character.NON_SPACING_MARK
                    && type != Character.ENCLOSING_MARK
                    && type != Character.CONTROL;
        }

        private static void append(StringBuilder spaced, int point) {
            if (Character.isLetterOrDigit(point)) {
                spaced.appendCodePoint(point);
                return;
            }
            if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
    }
}
