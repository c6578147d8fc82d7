package org.kanmai.simulator.town.ranker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Channel;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.Shared;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Target;
import org.kanmai.facts.Watched;
import org.kanmai.ranking.features.Item;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.ViewerIds;
import org.kanmai.simulator.town.world.OutcomeTable;
import org.kanmai.simulator.town.world.Response;

/** One exposure of the town in the words of the site's log. */
final class Telling {
    private static final int NOT_HELD_MILLIS = 2_500;
    private static final int MILLIS = 1_000;
    private static final int BUYING_SECONDS = 180;

    private final long number;
    private final Pseudonym viewer;
    private final Item item;
    private final Source source;
    private final int stratum;
    private final int position;
    private final long begin;

    /** Takes the number of the exposure, and in which second it comes into view. */
    Telling(long number, int viewer, int stratum, Item item, Source source, int position, long begin) {
        this.number = number;
        this.viewer = new Pseudonym(viewer + 1L);
        this.stratum = stratum;
        this.item = item;
        this.source = source;
        this.position = position;
        this.begin = begin;
    }

    private ExposureId exposure() {
        return new ExposureId(number);
    }

    private Subject subject() {
        return Subject.work(item.work());
    }

    Served served(ViewerIds ids, ItemIds itemIds) {
        var slot = source == Source.POOL ? SlotKind.RESERVED : SlotKind.RANKED;
        var served = new ServedItem(exposure(), subject(), position, source, slot, 1, 0, itemIds.logged());
        return new Served(
                new PageId(number),
                Instant.ofEpochSecond(begin),
                Origin.SIMULATED,
                viewer,
                number,
                Surface.FOR_YOU,
                1,
                stratum,
                Binary.EMPTY,
                ids.logged(),
                List.of(served),
                Binary.EMPTY);
    }

    /** Returns that it came into view, and what its outcomes say. */
    List<Fact.OfSubject> facts(Served served, int length, int outcomes) {
        int millis = watchedMillis(length, outcomes);
        var end = Instant.ofEpochSecond(begin).plusMillis(millis);
        var facts = new ArrayList<Fact.OfSubject>();
        facts.add(new Exposed(served.terms(0), Instant.ofEpochSecond(begin), Origin.SIMULATED));
        facts.add(watched(end, millis, has(outcomes, Outcome.COMPLETION)));
        if (has(outcomes, Outcome.LIKE)) {
            facts.add(engaged(end, Engagement.LIKED));
        }
        if (has(outcomes, Outcome.COMMENT)) {
            facts.add(engaged(end, Engagement.COMMENTED));
        }
        if (has(outcomes, Outcome.FOLLOW)) {
            facts.add(engaged(end, Engagement.FOLLOWED));
        }
        if (has(outcomes, Outcome.SHARE)) {
            facts.add(new Shared(number, end, Origin.SIMULATED, viewer, exposure(), subject(), source, Channel.COPY));
        }
        return facts;
    }

    private static boolean has(int outcomes, Outcome outcome) {
        return (outcomes & outcome.bit()) != 0;
    }

    /** Returns for how long it is watched, as long as its outcomes say. */
    private int watchedMillis(int length, int outcomes) {
        if (has(outcomes, Outcome.PLAY) && !has(outcomes, Outcome.HOLD)) {
            return NOT_HELD_MILLIS;
        }
        int millis = (int) (MILLIS * OutcomeTable.watchedSeconds(length, outcomes));
        return has(outcomes, Outcome.COMPLETION) ? millis : Math.min(millis, (int) (0.9 * item.durationMillis()));
    }

    private Watched watched(Instant end, int millis, boolean completed) {
        int duration = item.durationMillis();
        return new Watched(
                exposure(),
                1,
                end,
                Origin.SIMULATED,
                viewer,
                subject(),
                source,
                millis,
                millis,
                completed ? duration : millis,
                duration,
                completed ? Math.max(1, millis / duration) : 0,
                true);
    }

    private Engaged engaged(Instant end, Engagement engagement) {
        return new Engaged(
                number, end, Origin.SIMULATED, viewer, exposure(), subject(), source, item.creator(), engagement);
    }

    /** Returns what more the viewer did. */
    List<Fact.OfSubject> facts(Response response, Instant end) {
        return switch (response) {
            case NOTHING -> List.of();
            case DISLIKED -> List.of(engaged(end, Engagement.NOT_INTERESTED));
            case OPENED -> List.of(opened(end));
            case ORDERED -> List.of(opened(end), paid(end.plusSeconds(BUYING_SECONDS)));
        };
    }

    private Opened opened(Instant end) {
        return new Opened(number, end, Origin.SIMULATED, viewer, exposure(), subject(), source, Target.PRODUCT);
    }

    private Converted paid(Instant at) {
        return new Converted(
                number,
                at,
                Origin.SIMULATED,
                viewer,
                exposure(),
                subject(),
                new ProductId(item.work().value()),
                source,
                Conversion.PAID,
                1,
                Binary.EMPTY);
    }
}
