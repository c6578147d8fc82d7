package org.kanmai.ranking.features;

import java.util.List;
import java.util.function.ToLongFunction;
import org.kanmai.facts.Code;

/** Fields of a work alone, the first names it; a layout knows them by place, so that a change needs a new layout. */
@SuppressWarnings("ImmutableEnumChecker") // its functions capture nothing
enum ItemField implements Code {
    WORK(item -> FieldId.of(item.work().value())),
    CREATOR(item -> FieldId.of(item.creator().value())),
    HASHTAG_1(item -> hashtag(item, 0)),
    HASHTAG_2(item -> hashtag(item, 1)),
    HASHTAG_3(item -> hashtag(item, 2)),
    SCENE(item -> facet(item, "scene:")),
    STYLE(item -> facet(item, "style:")),
    CROWD(item -> facet(item, "crowd:")),
    KEYWORD_1(item -> at(item.keywords(), 0)),
    KEYWORD_2(item -> at(item.keywords(), 1)),
    KEYWORD_3(item -> at(item.keywords(), 2)),
    LENGTH(item -> FieldId.count(item.durationMillis() / 1_000.0)),
    PRICE(item -> FieldId.price(item.price().currency(), item.price().minor()));

    private static final char FACET = ':';

    private final ToLongFunction<Item> id;

    ItemField(ToLongFunction<Item> id) {
        this.id = id;
    }

    /** Returns the id of this field. */
    long id(Item item) {
        return id.applyAsLong(item);
    }

    /** Returns the first of the fields that tell the same kind of thing. */
    ItemField kind() {
        return switch (this) {
            case HASHTAG_2, HASHTAG_3 -> HASHTAG_1;
            case KEYWORD_2, KEYWORD_3 -> KEYWORD_1;
            default -> this;
        };
    }

    private static long hashtag(Item item, int place) {
        int left = place;
        for (String tag : item.tags()) {
            if (tag.indexOf(FACET) < 0 && left-- == 0) {
                return FieldId.of(tag);
            }
        }
        return 0;
    }

    private static long facet(Item item, String kind) {
        for (String tag : item.tags()) {
            if (tag.startsWith(kind)) {
                return FieldId.of(tag);
            }
        }
        return 0;
    }

    private static long at(List<String> names, int place) {
        return place < names.size() ? FieldId.of(names.get(place)) : 0;
    }
}
