package org.kanmai.app.content.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/**
 * What a creator says about a work.
 *
 * @param hashtags without the sign, in the creator's case, each once
 */
public record Words(String title, String description, List<String> hashtags) {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int MOST_HASHTAGS = 10;
    private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{N}_]{1,30}");

    public Words {
        hashtags = List.copyOf(hashtags);
    }

    /** No words at all. */
    public static final Words NONE = new Words("", "", List.of());

    /** Checks what was sent; refuses what is too long or no hashtag. */
    public static Words parse(String title, @Nullable String description, @Nullable List<String> hashtags) {
        return new Words(
                text("title", title, 1, LONGEST_TITLE),
                text("description", description == null ? "" : description, 0, LONGEST_DESCRIPTION),
                hashtags(hashtags == null ? List.of() : hashtags));
    }

    /** Returns all of the words as texts to be checked. */
    public String[] texts() {
        return new String[] {title, description, String.join(" ", hashtags)};
    }

    private static String text(String field, String sent, int shortest, int longest) {
        var text = sent.strip();
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            throw Refusal.invalid(field, "must have " + shortest + "-" + longest + " characters");
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
            throw Refusal.invalid(field, "holds characters that cannot be shown");
        }
        return text;
    }

    private static List<String> hashtags(List<String> sent) {
        var plain = sent.stream()
                .map(hashtag -> hashtag.strip().replaceFirst("^[#＃]", ""))
                .collect(java.util.stream.Collectors.toMap(
                        hashtag -> hashtag.toLowerCase(Locale.ROOT),
                        hashtag -> hashtag,
                        (first, again) -> first,
                        java.util.LinkedHashMap::new));
        if (plain.size() > MOST_HASHTAGS) {
            throw Refusal.invalid("hashtags", "must be at most " + MOST_HASHTAGS);
        }
        if (!plain.values().stream()
                .allMatch(hashtag -> HASHTAG.matcher(hashtag).matches())) {
            throw Refusal.invalid("hashtags", "must have 1-30 letters, digits or _ each");
        }
        return List.copyOf(plain.values());
    }
}
