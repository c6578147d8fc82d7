package org.kanmai.app.identity.accounts;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of names and bios: composed characters, nothing that acts on the text around it. */
final class PlainText {
    /** Marks, overrides, embeddings and isolates of direction, and characters that show nothing. */
    private static final Set<Integer> ACTING = Set.of(
            0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2028, 0x2029,
            0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x3164, 0xFEFF, 0xFFA0);

    private static final int MARKS_IN_A_ROW = 4;

    private PlainText() {}

    /** Returns the text as it is kept: NFC, without white space around it. */
    static String kept(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    /** Returns why a name can't be kept; null when it can. */
    static @Nullable String nameFault(@Nullable String typed) {
        if (typed == null
                || typed.isBlank()
                || kept(typed).codePointCount(0, kept(typed).length()) > 30) {
            return "must be 1-30 characters";
        }
        return kept(typed).contains("\n") ? "must be one line" : fault(kept(typed));
    }

    /** Returns why a bio can't be kept; null when it can. */
    static @Nullable String bioFault(String typed) {
        var bio = kept(typed);
        return bio.codePointCount(0, bio.length()) > 200 ? "must be at most 200 characters" : fault(bio);
    }

    private static @Nullable String fault(String text) {
        int marks = 0;
        boolean visible = text.isEmpty();
        for (int point : text.codePoints().toArray()) {
            int type = Character.getType(point);
            marks = mark(type) ? marks + 1 : 0;
            if (refused(point, type) || marks > MARKS_IN_A_ROW) {
                return "has characters that can't be shown";
            }
            visible |= type != Character.FORMAT && !mark(type) && !Character.isWhitespace(point);
        }
        return visible ? null : "has nothing to read";
    }

    private static boolean refused(int point, int type) {
        return (Character.isISOControl(point) && point != '\n')
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || ACTING.contains(point);
    }

    private static boolean mark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
