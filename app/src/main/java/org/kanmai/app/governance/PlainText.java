package org.kanmai.app.governance;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text in the two forms that words are looked for in.
 *
 * <p>Both are compatibility-decomposed (full width becomes half width), lower case, and without marks and invisible
 * characters. {@code spaced} keeps one space where anything but letters and digits stood and joins letters that were
 * spelled out ("p.o.r.n"); {@code joined} has letters and digits only.
 */
record PlainText(String spaced, String joined) {
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
