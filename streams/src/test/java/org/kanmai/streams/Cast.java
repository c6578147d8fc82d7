package org.kanmai.streams;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.kanmai.facts.Purpose;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;

/** Anna watches, Bo makes noodles. */
public final class Cast {
    public static final Pseudonym ANNA = new Pseudonym(11);
    public static final PersonId BO = new PersonId(22);
    public static final WorkId NOODLES = new WorkId(33);
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Cast() {}

    public static WorkPublished published() {
        return new WorkPublished(1, NOON, Origin.LIVE, NOODLES, BO, 10_000, List.of("noodles", "scene:kitchen"));
    }

    public static WorkWithdrawn withdrawn() {
        return new WorkWithdrawn(2, NOON, Origin.LIVE, NOODLES, BO);
    }

    public static Served served(long exposure) {
        var item = new ServedItem(
                new ExposureId(exposure), Subject.work(NOODLES), 0, Source.FRESH, SlotKind.RANKED, 1, 1, Binary.EMPTY);
        return new Served(
                new PageId(1),
                NOON,
                Origin.LIVE,
                ANNA,
                1,
                Surface.FOR_YOU,
                1,
                0,
                Binary.EMPTY,
                Binary.EMPTY,
                List.of(item),
                Binary.EMPTY);
    }

    public static Exposed exposed(long exposure) {
        return exposed(exposure, ANNA, NOODLES);
    }

    public static Exposed exposed(long exposure, Pseudonym viewer, WorkId work) {
        var terms = new Terms(
                new ExposureId(exposure),
                new PageId(1),
                1,
                viewer,
                Subject.work(work),
                Surface.FOR_YOU,
                0,
                Source.FRESH,
                SlotKind.RANKED,
                1,
                1,
                0);
        return new Exposed(terms, NOON, Origin.LIVE);
    }

    /** A work of ten seconds, of which some ran before Anna moved on. */
    public static Watched watched(long exposure, int sequence, int millis) {
        return watched(exposure, sequence, millis, ANNA, NOODLES);
    }

    public static Watched watched(long exposure, int sequence, int millis, Pseudonym viewer, WorkId work) {
        return new Watched(
                new ExposureId(exposure),
                sequence,
                NOON.plusSeconds(sequence),
                Origin.LIVE,
                viewer,
                Subject.work(work),
                Source.FRESH,
                millis,
                millis,
                Math.min(millis, 10_000),
                10_000,
                millis / 10_000,
                true);
    }

    public static Engaged liked(long id) {
        return engaged(id, new ExposureId(1), Subject.work(NOODLES), Engagement.LIKED);
    }

    public static Engaged followed(long id, @Nullable ExposureId exposure) {
        return engaged(id, exposure, Subject.person(BO), Engagement.FOLLOWED);
    }

    public static Engaged engaged(long id, @Nullable ExposureId exposure, Subject subject, Engagement engagement) {
        return new Engaged(id, NOON, Origin.LIVE, ANNA, exposure, subject, Source.FRESH, BO, engagement);
    }

    public static ConsentChanged consent(long id, boolean given) {
        return new ConsentChanged(
                id, NOON.minusSeconds(60).plusSeconds(id), Origin.LIVE, ANNA, Purpose.BEHAVIOUR, given);
    }

    public static PseudonymRetired retired() {
        return new PseudonymRetired(9, NOON, Origin.LIVE, ANNA);
    }
}
