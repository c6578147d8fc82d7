package org.kanmai.ranking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Target;
import org.kanmai.facts.Terms;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;

/** Anna watches, Bo makes noodles. */
final class Cast {
    static final Pseudonym ANNA = new Pseudonym(11);
    static final PersonId BO = new PersonId(22);
    static final WorkId NOODLES = new WorkId(33);
    static final WorkLabels COOKING = new WorkLabels(BO, List.of("noodles", "scene:kitchen"));
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Cast() {}

    static Exposed exposed(long exposure, Instant at) {
        return exposed(exposure, at, Source.FRESH);
    }

    static Exposed exposed(long exposure, Instant at, Source source) {
        var terms = new Terms(
                new ExposureId(exposure),
                new PageId(1),
                1,
                ANNA,
                Subject.work(NOODLES),
                Surface.FOR_YOU,
                0,
                source,
                SlotKind.RANKED,
                1,
                1,
                0);
        return new Exposed(terms, at, Origin.LIVE);
    }

    /** A work of ten seconds, of which some ran; {@code ended} below that. */
    static Watched watched(long exposure, int sequence, Instant at, int millis) {
        return watched(exposure, sequence, at, millis, Source.FRESH);
    }

    static Watched watched(long exposure, int sequence, Instant at, int millis, Source source) {
        return new Watched(
                new ExposureId(exposure),
                sequence,
                at,
                Origin.LIVE,
                ANNA,
                Subject.work(NOODLES),
                source,
                millis,
                millis,
                Math.min(millis, 10_000),
                10_000,
                millis / 10_000,
                true);
    }

    static Watched watched(WorkId work, Instant at, int millis) {
        return new Watched(
                new ExposureId(work.value()),
                1,
                at,
                Origin.LIVE,
                ANNA,
                Subject.work(work),
                Source.FRESH,
                millis,
                millis,
                Math.min(millis, 10_000),
                10_000,
                millis / 10_000,
                true);
    }

    static Opened opened(long id, Instant at) {
        return new Opened(
                id, at, Origin.LIVE, ANNA, new ExposureId(1), Subject.work(NOODLES), Source.FRESH, Target.PROFILE);
    }

    static Engaged engaged(long id, Instant at, Engagement engagement) {
        return engaged(id, at, engagement, new ExposureId(1));
    }

    static Engaged engaged(long id, Instant at, Engagement engagement, @Nullable ExposureId exposure) {
        return new Engaged(id, at, Origin.LIVE, ANNA, exposure, Subject.work(NOODLES), Source.FRESH, BO, engagement);
    }
}
