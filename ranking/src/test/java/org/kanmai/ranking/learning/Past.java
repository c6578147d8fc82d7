package org.kanmai.ranking.learning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.features.Audience;
import org.kanmai.ranking.features.Item;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.Meeting;
import org.kanmai.ranking.features.SiteShape;

/** A log of pages of one work each; whose number is even is watched to its end, the others are left at once. */
final class Past {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Pseudonym ANNA = new Pseudonym(11);
    static final int LENGTH = 10_000;

    private Past() {}

    static Served served(long exposure, long work, Source source, Instant at) {
        var audience = new Audience(
                ViewerInterests.NONE,
                ViewerInterests.NONE.at(at),
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                2,
                Surface.FOR_YOU,
                LocalDateTime.of(2026, 3, 1, 12, 0));
        var item = new Item(
                new WorkId(work), new PersonId(1 + work % 5), at, LENGTH, List.of("tag" + work % 3), List.of());
        var meeting = new Meeting(audience, item, source, WorkCounters.NONE.rated(), at);
        var ids = new ItemIds(SiteShape.item(item), SiteShape.cross(meeting), new double[] {1});
        var served = new ServedItem(
                new ExposureId(exposure), Subject.work(item.work()), 0, source, SlotKind.RANKED, 1, 1, ids.logged());
        return new Served(
                new PageId(exposure),
                at,
                Origin.LIVE,
                ANNA,
                exposure,
                Surface.FOR_YOU,
                1,
                2,
                Binary.EMPTY,
                SiteShape.viewer(audience).logged(),
                List.of(served),
                Binary.EMPTY);
    }

    static Served unprofiled(long exposure, Instant at) {
        var page = served(exposure, exposure, Source.FRESH, at);
        return new Served(
                page.page(),
                at,
                Origin.LIVE,
                ANNA,
                exposure,
                Surface.FOR_YOU,
                1,
                0,
                Binary.EMPTY,
                Binary.EMPTY,
                page.items(),
                Binary.EMPTY);
    }

    static Exposed exposed(Served page, Instant at) {
        return new Exposed(page.terms(0), at, Origin.LIVE);
    }

    static Watched watched(Served page, int sequence, Instant at, int millis, boolean ended) {
        var terms = page.terms(0);
        return new Watched(
                terms.exposure(),
                sequence,
                at,
                Origin.LIVE,
                ANNA,
                terms.subject(),
                terms.source(),
                millis,
                millis,
                Math.min(millis, LENGTH),
                LENGTH,
                millis / LENGTH,
                ended);
    }

    static Engaged engaged(Served page, long id, Instant at, Engagement engagement) {
        return new Engaged(
                id,
                at,
                Origin.LIVE,
                ANNA,
                page.terms(0).exposure(),
                page.terms(0).subject(),
                page.terms(0).source(),
                new PersonId(1),
                engagement);
    }

    static Converted converted(@Nullable Served page, long id, Instant at, Conversion conversion) {
        var exposure = page == null ? null : page.terms(0).exposure();
        var shown = page == null ? null : page.terms(0).subject();
        return new Converted(
                id,
                at,
                Origin.LIVE,
                ANNA,
                exposure,
                shown,
                new ProductId(9),
                Source.FRESH,
                conversion,
                1,
                Binary.EMPTY);
    }

    /** Returns what became of so many pages, one a second. */
    static List<Fact> log(int pages, int works, long seed) {
        var chance = new SplittableRandom(seed);
        var facts = new ArrayList<Fact>();
        for (int page = 0; page < pages; page++) {
            var at = NOON.plusSeconds(page);
            long work = chance.nextInt(works);
            var served = served(1_000 + page, work, Source.FRESH, at);
            facts.add(served);
            facts.add(exposed(served, at));
            boolean liked = work % 2 == 0 ? chance.nextInt(10) > 0 : chance.nextInt(10) == 0;
            facts.add(watched(served, 1, at, liked ? LENGTH : 1_000, true));
        }
        return facts;
    }
}
