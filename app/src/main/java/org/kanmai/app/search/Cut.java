package org.kanmai.app.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a text as it is searched for: a Chinese character, a run of letters or a run of digits, folded to one width and
 * small letters.
 *
 * @param from where it begins in the text, in UTF-16 units
 * @param to where it has ended
 */
record Cut(String text, int from, int to) {
    private static final int LONGEST = 64;
    /** The marks of narrow Katakana, which are letters until they are folded. */
    private static final int NARROW_VOICED = 0xFF9E;

    private static final int NARROW_HALF_VOICED = 0xFF9F;

    /** Returns whether it is a single Chinese character. */
    boolean isChinese() {
        return Character.isIdeographic(text.codePointAt(0));
    }

    /** Cuts a text into its pieces, in order. */
    static List<Cut> of(String text) {
        var cuts = new ArrayList<Cut>();
        int at = 0;
        while (at < text.length()) {
            int end = clusterEnd(text, at);
            var folded = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            add(cuts, folded, at, end);
            at = end;
        }
        return cuts;
    }

    /** A character with the marks that belong to it. */
    private static int clusterEnd(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static void add(List<Cut> cuts, String folded, int from, int to) {
        folded.codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || isMark(point))
                .forEach(point -> add(cuts, point, from, to));
    }

    private static void add(List<Cut> cuts, int point, int from, int to) {
        var last = cuts.isEmpty() ? null : cuts.getLast();
        var text = Character.toString(point);
        if (last != null && last.goesOn(point, from)) {
            cuts.set(cuts.size() - 1, new Cut(last.text + text, last.from, to));
        } else if (!isMark(point)) {
            cuts.add(new Cut(text, from, to));
        }
    }

    private boolean goesOn(int point, int from) {
        int before = text.codePointBefore(text.length());
        boolean adjacent = from <= to && text.length() < LONGEST;
        return adjacent
                && !Character.isIdeographic(point)
                && !Character.isIdeographic(before)
                && (isMark(point) || Character.isDigit(point) == Character.isDigit(before));
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        boolean narrow = point == NARROW_VOICED || point == NARROW_HALF_VOICED;
        return narrow || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Returns the pairs of Chinese characters that stand together, words as they are, and characters that stand alone. */
    static List<Cut> pairs(List<Cut> cuts) {
        var pairs = new ArrayList<Cut>();
        for (int index = 0; index < cuts.size(); index++) {
            var cut = cuts.get(index);
            boolean begins = index + 1 < cuts.size() && cut.isPairedWith(cuts.get(index + 1));
            boolean ends = index > 0 && cuts.get(index - 1).isPairedWith(cut);
            if (begins) {
                var next = cuts.get(index + 1);
                pairs.add(new Cut(cut.text + next.text, cut.from, next.to));
            } else if (!ends) {
                pairs.add(cut);
            }
        }
        return pairs;
    }

    private boolean isPairedWith(Cut next) {
        return isChinese() && next.isChinese() && to == next.from;
    }
}
