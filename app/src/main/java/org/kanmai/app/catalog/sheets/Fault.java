package org.kanmai.app.catalog.sheets;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.categories.Category;
import org.kanmai.app.catalog.wording.AdvertisingWords;
import org.kanmai.facts.Code;

/**
 * Why a line is not carried out.
 *
 * @param field which part of it is wrong
 * @param detail what is wrong with it, or the word that the law forbids with its rule and article, or an attribute with what it can be
 * @param place where that word stands, in UTF-16 units; absent otherwise
 */
record Fault(
        String field, Kind kind, String detail, @Nullable Integer place) {

    /** The kinds of faults. */
    enum Kind implements Code {
        /** The field is out of its rules. */
        WRONG,
        /** It says something else than the first line of its product. */
        DIFFERS,
        /** Advertising law forbids a word. */
        ADVERTISING,
        /** The shop has no such product. */
        UNKNOWN,
        /** What a product says can't be changed while others see it. */
        LISTED,
        /** Another line of its product is wrong. */
        WITH_ITS_PRODUCT,
        /** Something changed after the file was looked through. */
        CHANGED,
        /** An attribute that its category demands is not said. */
        ATTRIBUTE_MISSING,
        /** An attribute can't be that. */
        ATTRIBUTE_VALUE,
        /** Its category has no such attribute. */
        ATTRIBUTE_UNKNOWN
    }

    static Fault wrong(String field, String detail) {
        return new Fault(field, Kind.WRONG, detail, null);
    }

    static Fault of(Kind kind, String field) {
        return new Fault(field, kind, "", null);
    }

    /** Names an attribute in both languages, its kind, and the values that there are: {@code 茶类|Kind of tea|choice|绿茶、红茶|Green, Black}. */
    static Fault of(Kind kind, Category.Attribute attribute) {
        var names = attribute.choices();
        return new Fault(
                "attributes",
                kind,
                String.join(
                        "|",
                        attribute.name().zh(),
                        attribute.name().en(),
                        attribute.kind().code(),
                        names.stream().map(Category.Name::zh).collect(Collectors.joining("、")),
                        names.stream().map(Category.Name::en).collect(Collectors.joining(", "))),
                null);
    }

    static Fault of(AdvertisingWords.Hit hit) {
        return new Fault(
                hit.field(), Kind.ADVERTISING, hit.word() + "|" + hit.rule() + "|" + hit.article(), hit.from());
    }
}
