package org.kanmai.ranking.features;

import java.util.List;
import java.util.function.ToLongFunction;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;

/** Fields of the viewer and the moment; a layout knows them by place, so that a change needs a new layout. */
@SuppressWarnings("ImmutableEnumChecker") // its functions capture nothing
enum ViewerField implements Code {
    HOUR(audience -> 1 + audience.local().getHour()),
    WEEKDAY(audience -> audience.local().getDayOfWeek().getValue()),
    SURFACE(audience -> 1 + audience.surface().number()),
    STRATUM(audience -> 1 + audience.stratum()),
    TAG_1(audience -> tag(audience, 0)),
    TAG_2(audience -> tag(audience, 1)),
    TAG_3(audience -> tag(audience, 2)),
    CREATOR_1(audience -> creator(audience, 0)),
    CREATOR_2(audience -> creator(audience, 1)),
    WATCHES(audience -> FieldId.count(audience.watches().entries().size())),
    FOLLOWS(audience -> FieldId.count(audience.followed().size())),
    REGION(audience -> audience.region().isEmpty() ? 0 : FieldId.of(audience.region())),
    ORDERS(audience -> FieldId.count(audience.spending().orders())),
    SPENDING(audience ->
            FieldId.price(audience.spending().currency(), audience.spending().mean()));

    private static final int LOOKED_AT = 3;

    private final ToLongFunction<Audience> id;

    ViewerField(ToLongFunction<Audience> id) {
        this.id = id;
    }

    /** Returns the id of this field. */
    long id(Audience audience) {
        return id.applyAsLong(audience);
    }

    private static long tag(Audience audience, int place) {
        List<String> tags = audience.interests().tags(LOOKED_AT);
        return place < tags.size() ? FieldId.of(tags.get(place)) : 0;
    }

    private static long creator(Audience audience, int place) {
        List<PersonId> creators = audience.interests().creators(LOOKED_AT);
        return place < creators.size() ? FieldId.of(creators.get(place).value()) : 0;
    }
}
