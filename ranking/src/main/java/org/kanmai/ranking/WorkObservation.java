package org.kanmai.ranking;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Source;
import org.kanmai.facts.Watched;

/**
 * What one fact says of its work, before it is known what was said already.
 *
 * @param remember the key under which it is remembered: the exposure, or for a verb the complement of the fact's id
 * @param said what the fact would change, were it the first to say so
 */
public record WorkObservation(long remember, WorkChange said) {
    private static final long VERB_SEEN = 1;

    /** What really changes, and what to remember from now on. */
    public record Step(long remembered, WorkChange change) {}

    static WorkObservation of(Fact.OfSubject fact) {
        return switch (fact) {
            case Exposed exposed -> play(exposed, remember(exposed), Measure.EXPOSED.bit());
            case Watched watched -> play(watched, remember(watched), Play.reached(watched));
            case Opened opened -> verb(opened, Measure.OPENED, 1);
            case Shared shared -> verb(shared, Measure.SHARED, 1);
            case Engaged engaged -> verb(engaged, measure(engaged.engagement()), amount(engaged.engagement()));
            case Converted converted -> verb(converted, null, 0);
        };
    }

    static long remember(Fact.OfSubject fact) {
        return switch (fact) {
            case Exposed exposed -> exposed.terms().exposure().value();
            case Watched watched -> watched.exposure().value();
            case Opened opened -> ~opened.id();
            case Shared shared -> ~shared.id();
            case Engaged engaged -> ~engaged.id();
            case Converted converted -> ~converted.id();
        };
    }

    private static WorkObservation play(Fact.OfSubject fact, long remember, int measures) {
        return new WorkObservation(remember, new WorkChange(WorkCounters.hour(fact.at()), isApart(fact), measures, 1));
    }

    private static WorkObservation verb(Fact.OfSubject fact, @Nullable Measure measure, int amount) {
        int measures = measure == null ? 0 : measure.bit();
        var said = new WorkChange(WorkCounters.hour(fact.at()), isApart(fact), measures, amount);
        return new WorkObservation(remember(fact), said);
    }

    /** Who asked for a work, by its address, by words or once more, or for whom it was paid, was not chosen for it; such rates say nothing of others. */
    static boolean isApart(Fact.OfSubject fact) {
        return fact.source() == Source.AGAIN
                || fact.source() == Source.BOUGHT
                || fact.source() == Source.DIRECT
                || fact.source() == Source.SEARCH
                || (fact instanceof Engaged engaged && engaged.exposure() == null);
    }

    private static @Nullable Measure measure(Engagement engagement) {
        return switch (engagement) {
            case LIKED, UNLIKED -> Measure.LIKED;
            case FAVOURITED, UNFAVOURITED -> Measure.FAVOURITED;
            case COMMENTED, UNCOMMENTED -> Measure.COMMENTED;
            case FOLLOWED, UNFOLLOWED -> Measure.FOLLOWED;
            case NOT_INTERESTED, INTERESTED -> Measure.NOT_INTERESTED;
            case DOWNLOADED, REPORTED, BLOCKED, UNBLOCKED -> null;
        };
    }

    private static int amount(Engagement engagement) {
        return switch (engagement) {
            case UNLIKED, UNFAVOURITED, UNCOMMENTED, UNFOLLOWED, INTERESTED -> -1;
            default -> 1;
        };
    }

    /** Returns what really changes, given what is remembered under {@link #remember()}; 0 when that is nothing. */
    public Step step(long remembered) {
        if (remember < 0) {
            return new Step(VERB_SEEN, remembered == VERB_SEEN ? WorkChange.NOTHING : said);
        }
        long after = Play.after(remembered, said);
        int measures = Play.counted(after) & ~Play.counted(remembered);
        return new Step(after, new WorkChange(Play.hour(after), said.apart(), measures, 1));
    }
}
