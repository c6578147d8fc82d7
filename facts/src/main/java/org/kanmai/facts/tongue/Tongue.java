package org.kanmai.facts.tongue;

import java.util.Locale;

/** The language of what is printed. */
public enum Tongue {
    ENGLISH,
    CHINESE;

    private static final int FIRST_WIDE = 0x2e80;

    /** Returns the language of a locale: Chinese, or else English. */
    public static Tongue of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** Returns the one of two texts that is in this language. */
    public String say(String en, String zh) {
        return this == CHINESE ? zh : en;
    }

    /** Returns the text filled up with blanks to a width, in which Chinese signs count as two. */
    public static String padded(String text, int width) {
        int wide = (int) text.chars().filter(sign -> sign >= FIRST_WIDE).count();
        return text + " ".repeat(Math.max(1, width - text.length() - wide));
    }
}
