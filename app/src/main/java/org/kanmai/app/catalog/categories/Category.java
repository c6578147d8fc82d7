package org.kanmai.app.catalog.categories;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;

/**
 * A kind of products.
 *
 * @param parent the kind that it is one of; absent at the top
 * @param attributes what its products say of themselves, without those of its parents
 * @param retired takes no more products
 */
public record Category(int id, @Nullable Integer parent, Name name, List<Attribute> attributes, boolean retired) {
    private static final int LONGEST_VALUE = 60;

    public Category {
        attributes = List.copyOf(attributes);
    }

    /** A name in both languages of the site. */
    public record Name(String zh, String en) {

        /** Returns it in a language. */
        public String in(Locale language) {
            return language.getLanguage().equals("zh") ? zh : en;
        }
    }

    /**
     * Something that products of a kind say of themselves.
     *
     * @param choices the values that there are; only for a choice
     */
    public record Attribute(int id, Name name, Kind kind, List<Name> choices, boolean required) {
        public Attribute {
            choices = List.copyOf(choices);
        }

        /** Returns what is kept when a product says this, of a choice its Chinese name whichever language it is in; empty when it can't be said. */
        public Optional<String> kept(String said) {
            return switch (kind) {
                case CHOICE ->
                    choices.stream()
                            .filter(choice ->
                                    choice.zh().equals(said) || choice.en().equalsIgnoreCase(said))
                            .map(Name::zh)
                            .findFirst();
                case NUMBER -> Optional.of(said).filter(text -> text.matches("[0-9]{1,9}(\\.[0-9]{1,3})?"));
                case TEXT ->
                    Optional.of(said)
                            .filter(text -> text.length() <= LONGEST_VALUE
                                    && text.codePoints().noneMatch(Character::isISOControl));
            };
        }

        /** Returns what is kept as it is said in a language. */
        public String said(String kept, Locale language) {
            return choices.stream()
                    .filter(choice -> choice.zh().equals(kept))
                    .findFirst()
                    .map(choice -> choice.in(language))
                    .orElse(kept);
        }
    }

    /** The kinds of attributes. */
    public enum Kind implements Code {
        CHOICE,
        TEXT,
        NUMBER;

        /** Reads a code; throws {@link IllegalArgumentException} for others. */
        @JsonCreator
        public static Kind of(String code) {
            return Code.parse(Kind.class, code);
        }
    }
}
