package org.kanmai.app.catalog.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text without what hides a word from a search: full width, capitals, and whatever is no letter and no digit between characters.
 *
 * @param places where each character stood in the text as it was written
 */
record Folded(String written, String letters, List<Integer> places) {
    Folded {
        places = List.copyOf(places);
    }

    static Folded of(String text) {
        var letters = new StringBuilder(text.length());
        var places = new ArrayList<Integer>(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var plain = Normalizer.normalize(Character.toString(text.codePointAt(at)), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int each = 0; each < plain.length(); each++) {
                if (kept(plain.charAt(each))) {
                    letters.append(plain.charAt(each));
                    places.add(at);
                }
            }
        }
        return new Folded(text, letters.toString(), places);
    }

    private static boolean kept(char character) {
        return Character.isLetterOrDigit(character) || Character.isSurrogate(character) || character == '%';
    }

    /** Returns where a folded word begins in this, each time; one of Latin letters begins and ends with a word. */
    List<Span> spans(String word) {
        var spans = new ArrayList<Span>();
        for (int at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) {
            var span = new Span(places.get(at), end(at + word.length() - 1));
            if (!isLatin(word.charAt(0)) || stands(span)) {
                spans.add(span);
            }
        }
        return spans;
    }

    private int end(int last) {
        int at = places.get(last);
        return at + Character.charCount(written.codePointAt(at));
    }

    private boolean stands(Span span) {
        return (span.from == 0 || !isLatin(written.charAt(span.from - 1)))
                && (span.to == written.length() || !isLatin(written.charAt(span.to)));
    }

    private static boolean isLatin(char character) {
        return character < 0x250 && Character.isLetter(character);
    }

    /** A part of the text as it was written, in UTF-16 units. */
    record Span(int from, int to) {
        boolean holds(Span other) {
            return from <= other.from && other.to <= to;
        }
    }
}
