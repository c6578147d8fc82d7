package org.kanmai.distribution.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolDue;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkWithdrawn;

/** Made-up facts of one work. */
final class River {
    static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    static final DistributionPolicy POLICY = PolicyDocument.first();
    private static final WorkId WORK = new WorkId(42);
    private static final PersonId CREATOR = new PersonId(7);

    private River() {}

    static PoolOpened opened(int pool, int quota) {
        var bar = new PoolBar(0.3, Map.of(), java.util.Collections.nCopies(192, 1.0), 0, Cohort.ALL);
        return new PoolOpened(
                Ids.smallest(START) + pool,
                START,
                Origin.LIVE,
                WORK,
                CREATOR,
                pool,
                quota,
                START.plusSeconds(86_400),
                1,
                Openings.rules(POLICY, pool, Trade.SHOWS_NOTHING),
                Openings.target(new Cohort("kitchen", Cohort.Length.SHORT, Cohort.Age.NEW), bar),
                List.of());
    }

    static Exposed exposed(long person, int second) {
        return exposed(person, second, Source.POOL, Surface.FOR_YOU);
    }

    static Exposed exposed(long person, int second, Source source, Surface surface) {
        var at = START.plusSeconds(second);
        var terms = new Terms(
                new ExposureId(Ids.beside(Ids.smallest(at), (int) person)),
                new PageId(1),
                1,
                new Pseudonym(person),
                Subject.work(WORK),
                surface,
                (int) (person % 6),
                source,
                SlotKind.RANKED,
                1,
                1,
                3);
        return new Exposed(terms, at, Origin.LIVE);
    }

    static Watched watched(Exposed exposed, int after, int millis) {
        var terms = exposed.terms();
        return new Watched(
                terms.exposure(),
                1,
                exposed.at().plusSeconds(after),
                Origin.LIVE,
                terms.pseudonym(),
                terms.subject(),
                terms.source(),
                millis,
                millis,
                Math.min(millis, 10_000),
                10_000,
                0,
                true);
    }

    static Engaged engaged(Exposed exposed, int after, Engagement engagement) {
        var terms = exposed.terms();
        var at = exposed.at().plusSeconds(after);
        return new Engaged(
                Ids.smallest(at) + terms.pseudonym().value(),
                at,
                Origin.LIVE,
                terms.pseudonym(),
                terms.exposure(),
                terms.subject(),
                terms.source(),
                CREATOR,
                engagement);
    }

    static PoolDue due(PoolOpened opened, int second, PoolDue.Reason reason) {
        var at = START.plusSeconds(second);
        return new PoolDue(Ids.smallest(at), at, Origin.LIVE, WORK, opened.id(), reason, 0);
    }

    static WorkWithdrawn withdrawn(int second) {
        return new WorkWithdrawn(5, START.plusSeconds(second), Origin.LIVE, WORK, CREATOR);
    }

    /** Returns exposures of so many persons, ten seconds apart, of whom so many of a thousand watch to the end. */
    static List<Fact> audience(int persons, int goodPerMille, long seed) {
        var random = new SplittableRandom(seed);
        var facts = new ArrayList<Fact>();
        for (int person = 1; person <= persons; person++) {
            var exposed = exposed(person, 10 * person);
            facts.add(exposed);
            facts.add(watched(exposed, 5, random.nextInt(1_000) < goodPerMille ? 10_000 : 500));
        }
        return facts;
    }
}
