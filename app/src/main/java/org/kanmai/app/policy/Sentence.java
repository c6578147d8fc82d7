package org.kanmai.app.policy;

import org.kanmai.app.web.Refusal;

/** What operators say in public of what they do with policies. */
final class Sentence {
    private static final int LONGEST = 500;

    private Sentence() {}

    /** Returns a sentence without the space around it; refuses with 422 what is empty, too long or not plain text. */
    static String of(String field, String text) {
        var plain = text.strip();
        if (plain.isEmpty()
                || plain.codePointCount(0, plain.length()) > LONGEST
                || plain.codePoints().anyMatch(Sentence::isNotPlain)) {
            throw Refusal.invalid(field, "must be 1-" + LONGEST + " characters of plain text");
        }
        return plain;
    }

    private static boolean isNotPlain(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
