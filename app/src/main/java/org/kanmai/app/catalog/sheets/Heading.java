package org.kanmai.app.catalog.sheets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.categories.Category;

/**
 * What stands above a column: something that all products have, or an attribute of some categories.
 *
 * @param column absent for an attribute
 * @param attribute its plain name; empty for what all have
 */
record Heading(@Nullable Column column, String attribute) {
    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)\\s*(?:attribute|属性)\\s*[:：](.+)");

    /** Reads a heading; empty when no sheet has such a column. */
    static Optional<Heading> of(String name) {
        var attribute = ATTRIBUTE.matcher(name);
        return attribute.matches()
                ? Optional.of(new Heading(null, Column.plain(attribute.group(1))))
                : Column.named(name).map(column -> new Heading(column, ""));
    }

    /** Returns the heading of an attribute in a language. */
    static String of(Category.Name name, Locale language) {
        return language.getLanguage().equals("zh") ? "属性：" + name.zh() : "attribute: " + name.en();
    }
}
