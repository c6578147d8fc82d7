package org.kanmai.app.aftersales.reviews;

import org.kanmai.app.web.Refusal;

/** Checks what is written. */
final class Words {
    private static final int LONGEST = 1000;

    private Words() {}

    static String optional(String sent) {
        return checked(sent, 0);
    }

    static String needed(String sent) {
        return checked(sent, 1);
    }

    static int stars(int sent) {
        if (sent < 1 || sent > 5) {
            throw Refusal.invalid("stars", "must be 1-5");
        }
        return sent;
    }

    private static String checked(String sent, int shortest) {
        var text = sent.strip();
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > LONGEST) {
            throw Refusal.invalid("words", "must have " + shortest + "-" + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
            throw Refusal.invalid("words", "holds characters that cannot be shown");
        }
        return text;
    }
}
