package org.kanmai.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the console says, in Chinese or English. */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(String of, Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                of + ".words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(Locale locale) {
        return of("org.kanmai.launcher", locale);
    }

    /** Returns the words of a package: Chinese for a Chinese locale, English for all others. */
    public static Words of(String named, Locale locale) {
        return new Words(named, locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT);
    }

    /** Returns a sentence with its places filled. */
    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
