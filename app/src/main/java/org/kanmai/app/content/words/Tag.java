package org.kanmai.app.content.words;

import java.util.Locale;
import java.util.regex.Pattern;
import org.kanmai.app.web.Refusal;

/**
 * What a work is about, as recommenders know it.
 *
 * @param name a hashtag in lower case, or a facet as {@code scene:kitchen}
 */
public record Tag(String name) {
    /** Letters of hashtags can become a letter and a mark in lower case, and so longer than they were. */
    private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_]{0,63}");

    /** Reads a tag that was sent; refuses what no work can bear. */
    public static Tag parse(String sent) {
        var name = sent.toLowerCase(Locale.ROOT);
        if (!HASHTAG.matcher(name).matches() && !Facets.names(name)) {
            throw Refusal.invalid(
                    "tag", "must be a hashtag of 1-64 letters, digits or _, or a facet such as scene:kitchen");
        }
        return new Tag(name);
    }
}
