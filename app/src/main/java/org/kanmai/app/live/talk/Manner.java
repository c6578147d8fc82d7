package org.kanmai.app.live.talk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;

/**
 * How a room is talked in.
 *
 * @param slowSeconds between two words of one person; 0 for no such rule
 * @param words that its host does not want to read
 */
record Manner(
        PersonId host,
        boolean over,
        int slowSeconds,
        List<String> words,
        @Nullable Pin pin,
        Set<PersonId> moderators,
        Set<PersonId> muted) {
    Manner {
        words = List.copyOf(words);
        moderators = Set.copyOf(moderators);
        muted = Set.copyOf(muted);
    }

    /** What stands above all that is said, and who put it there. */
    record Pin(String text, PersonId by) {}

    /** Returns whether somebody keeps order here: the host, or who was named for it. */
    boolean keptBy(PersonId person) {
        return host.equals(person) || moderators.contains(person);
    }

    boolean unwanted(String text) {
        var plain = plain(text);
        return words.stream().map(Manner::plain).anyMatch(plain::contains);
    }

    /** Without spaces, wide letters as narrow ones, large ones as small ones. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }
}
