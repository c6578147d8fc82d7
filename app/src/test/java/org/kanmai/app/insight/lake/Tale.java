package org.kanmai.app.insight.lake;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Opened;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Target;
import org.kanmai.facts.Terms;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells facts as they would be told, and makes them up. */
@Component
public class Tale {
    /** How long the works of tests are. */
    public static final int DURATION = 12_000;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Tale(ApplicationEventPublisher events, PlatformTransactionManager transactions, Ids ids, Clock clock) {
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
    }

    public void tell(Collection<? extends Fact> facts) {
        transaction.executeWithoutResult(status -> facts.forEach(events::publishEvent));
    }

    public long id() {
        return ids.next();
    }

    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    public Pseudonym viewer() {
        return new Pseudonym(id());
    }

    public Exposed exposed(Pseudonym viewer, long work, Source source, Instant at) {
        return new Exposed(
                new Terms(
                        new ExposureId(id()),
                        new PageId(id()),
                        1,
                        viewer,
                        Subject.work(new WorkId(work)),
                        Surface.FOR_YOU,
                        0,
                        source,
                        SlotKind.RANKED,
                        1,
                        1,
                        0),
                at,
                Origin.LIVE);
    }

    public Watched watched(Exposed of, int sequence, int millis, Instant at) {
        return new Watched(
                of.terms().exposure(),
                sequence,
                at,
                Origin.LIVE,
                of.pseudonym(),
                of.subject(),
                of.source(),
                millis,
                millis,
                Math.min(millis, DURATION),
                DURATION,
                0,
                false);
    }

    public Engaged engaged(Exposed of, Engagement engagement, Instant at) {
        return new Engaged(
                id(),
                at,
                Origin.LIVE,
                of.pseudonym(),
                of.terms().exposure(),
                of.subject(),
                of.source(),
                new PersonId(7),
                engagement);
    }

    public Opened opened(Exposed of, Target target, Instant at) {
        return new Opened(
                id(), at, Origin.LIVE, of.pseudonym(), of.terms().exposure(), of.subject(), of.source(), target);
    }

    public Converted converted(Exposed of, long product, Conversion conversion, Instant at) {
        return new Converted(
                id(),
                at,
                Origin.LIVE,
                of.pseudonym(),
                of.terms().exposure(),
                of.subject(),
                new ProductId(product),
                of.source(),
                conversion,
                1,
                org.kanmai.facts.Binary.EMPTY);
    }
}
