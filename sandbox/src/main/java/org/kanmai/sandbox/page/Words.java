package org.kanmai.sandbox.page;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the pages say. */
final class Words {
    private final ResourceBundle bundle;

    Words(Language language) {
        bundle = ResourceBundle.getBundle(
                "org.kanmai.sandbox.page.words",
                language == Language.CHINESE ? Locale.CHINESE : Locale.ROOT,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key) {
        return bundle.getString(key);
    }
}
