package org.kanmai.app.catalog.categories;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
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
    public Category {
        attributes = List.copyOf(attributes);
    }

    /** A name in both languages of the site. */
    public record Name(String zh, String en) {}

    /**
     * Something that products of a kind say of themselves.
     *
     * @param choices the values that there are; only for a choice
     */
    public record Attribute(int id, Name name, Kind kind, List<Name> choices, boolean required) {
        public Attribute {
            choices = List.copyOf(choices);
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
