package org.kanmai.app.aftersales.credit;

import org.kanmai.app.web.Refusal;

/** Checks what is said about shops. */
final class Reasons {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 500;

    private Reasons() {}

    static String needed(String field, String sent) {
        var text = sent.strip();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST || text.codePoints().anyMatch(Reasons::isControl)) {
            throw Refusal.invalid(field, "must have " + SHORTEST + "-" + LONGEST + " characters");
        }
        return text;
    }

    private static boolean isControl(int point) {
        return Character.isISOControl(point) && point != '\n';
    }
}
