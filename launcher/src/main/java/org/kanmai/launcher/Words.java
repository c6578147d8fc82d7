package org.kanmai.launcher;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the console says, in Chinese or English. */
final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.kanmai.launcher.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chinese for a Chinese locale, English for all others. */
    static Words in(Locale locale) {
        return new Words(locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT);
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
