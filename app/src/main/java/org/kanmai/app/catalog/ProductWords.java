package org.kanmai.app.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.kanmai.app.web.Refusal;

/** What a merchant says of a product: checked here, and by an operator before anybody else reads it. */
public record ProductWords(String title, String description, List<String> options) {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int MOST_OPTIONS = 3;
    public static final int LONGEST_OPTION = 20;

    public ProductWords {
        title = text("title", title, 2, LONGEST_TITLE);
        description = text("description", description, 0, LONGEST_DESCRIPTION);
        options = options.stream()
                .map(name -> text("options", name, 1, LONGEST_OPTION))
                .toList();
        if (options.size() > MOST_OPTIONS || new HashSet<>(options).size() < options.size()) {
            throw Refusal.invalid("options", "must be at most " + MOST_OPTIONS + ", each another name");
        }
    }

    /** Returns the texts by the names of their fields. */
    Map<String, String> named() {
        return Map.of("title", title, "description", description, "options", String.join(" ", options));
    }

    String[] texts() {
        return new String[] {title, description, String.join(" ", options)};
    }

    static String text(String field, String sent, int shortest, int longest) {
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
}
