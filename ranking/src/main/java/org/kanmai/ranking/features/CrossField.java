package org.kanmai.ranking.features;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.kanmai.facts.Code;
import org.kanmai.ranking.Measure;

/**
 * Fields of viewer and work together, and what changes of a work from hour to hour; a layout knows them by place, so that a
 * change needs a new layout.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions capture nothing
enum CrossField implements Code {
    SOURCE(meeting -> 1 + meeting.source().number()),
    AGE(CrossField::age),
    EXPOSURES(meeting -> FieldId.count((double) meeting.counted().of(Measure.EXPOSED))),
    HOLD_RATE(meeting -> rate(meeting, Measure.HELD_3S, 0.5, 1)),
    COMPLETION_RATE(meeting -> rate(meeting, Measure.COMPLETED, 0.3, 1)),
    LIKE_RATE(meeting -> rate(meeting, Measure.LIKED, 0.03, 5)),
    SHARE_RATE(meeting -> rate(meeting, Measure.SHARED, 0.005, 20)),
    AFFINITY(CrossField::affinity),
    CREATOR_LIKED(CrossField::creator),
    FOLLOWED(meeting -> meeting.audience().followed().contains(meeting.item().creator()) ? 2 : 1),
    TAG_LIKED(CrossField::tag);

    private static final double WORTH = 20;
    private static final int AFFINITIES = 12;
    private static final int MOST_LIKED = 6;

    private final ToLongFunction<Meeting> id;

    CrossField(ToLongFunction<Meeting> id) {
        this.id = id;
    }

    /** Returns the id of this field. */
    long id(Meeting meeting) {
        return id.applyAsLong(meeting);
    }

    private static long age(Meeting meeting) {
        var age = Duration.between(meeting.item().publishedAt(), meeting.now());
        return FieldId.count(age.toMinutes() / 15.0);
    }

    /** A rate that is small of itself is seen through a glass. */
    private static long rate(Meeting meeting, Measure measure, double expected, double glass) {
        return FieldId.share(glass * meeting.counted().rate(measure, expected, WORTH));
    }

    private static long affinity(Meeting meeting) {
        var taste = meeting.audience().taste();
        if (taste.isEmpty()) {
            return 0;
        }
        double fits = taste.affinity(meeting.item().creator(), meeting.item().tags());
        return 1 + Math.round((1 + fits) / 2 * AFFINITIES);
    }

    private static long creator(Meeting meeting) {
        double liked = meeting.audience().taste().creator(meeting.item().creator());
        return liked == 0 ? 0 : 1 + Math.clamp(Math.round(liked), -MOST_LIKED, MOST_LIKED) + MOST_LIKED;
    }

    private static long tag(Meeting meeting) {
        String liked = meeting.audience().taste().strongest(meeting.item().tags());
        return liked.isEmpty() ? 0 : FieldId.of(liked);
    }
}
