package org.kanmai.app.aftersales.returns;

import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;

/** Checks what is said and written on parcels. */
final class Said {
    private static final int LONGEST = 500;

    private Said() {}

    static String optional(String field, String sent) {
        return text(field, sent, 0, LONGEST);
    }

    static String needed(String field, String sent) {
        return text(field, sent, 2, LONGEST);
    }

    static <E extends Enum<E> & Code> E code(String field, Class<E> type, String sent) {
        try {
            return Code.parse(type, sent);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(field, "is none of those there are");
        }
    }

    static Wish.Parcel parcel(Wish.Parcel sent) {
        return new Wish.Parcel(text("carrier", sent.carrier(), 1, 30), text("number", sent.number(), 4, 40));
    }

    private static String text(String field, String sent, int shortest, int longest) {
        var text = sent.strip();
        if (text.length() < shortest || text.length() > longest || text.chars().anyMatch(Said::isControl)) {
            throw Refusal.invalid(field, "must have " + shortest + "-" + longest + " characters");
        }
        return text;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n';
    }
}
