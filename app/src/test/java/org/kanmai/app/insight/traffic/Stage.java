package org.kanmai.app.insight.traffic;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;

/** Facts of creators, works and exposures, made up one by one. */
public final class Stage {
    private static final Ids IDS = new Ids(Clock.systemUTC(), () -> 1023);
    private final List<Fact> facts = new ArrayList<>();
    private Origin origin = Origin.LIVE;
    private Source source = Source.INTEREST;
    private final Ids ids;
    private SlotKind slot = SlotKind.RANKED;
    private int policy = 1;

    public Stage() {
        this(IDS);
    }

    /** Takes who makes ids of the time that tests have come to. */
    public Stage(Ids ids) {
        this.ids = ids;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public Stage origin(Origin next) {
        origin = next;
        return this;
    }

    public Stage slot(Source from, SlotKind kind) {
        source = from;
        slot = kind;
        return this;
    }

    public Stage policy(int next) {
        policy = next;
        return this;
    }

    public Stage published(long creator, long work, Instant at) {
        facts.add(new WorkPublished(ids.next(), at, origin, new WorkId(work), new PersonId(creator), 9_000, List.of()));
        return this;
    }

    public Stage withdrawn(long creator, long work, Instant at) {
        facts.add(new WorkWithdrawn(ids.next(), at, origin, new WorkId(work), new PersonId(creator)));
        return this;
    }

    public Stage exposed(long work, int times, Instant at) {
        for (int time = 0; time < times; time++) {
            var terms = new Terms(
                    new ExposureId(ids.next()),
                    new PageId(ids.next()),
                    1,
                    new Pseudonym(ids.next()),
                    Subject.work(new WorkId(work)),
                    Surface.FOR_YOU,
                    0,
                    source,
                    slot,
                    slot == SlotKind.RANKED ? 1 : 0.5,
                    policy,
                    0);
            facts.add(new Exposed(terms, at, origin));
        }
        return this;
    }
}
