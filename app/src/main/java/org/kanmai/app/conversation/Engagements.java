package org.kanmai.app.conversation;

import java.time.Clock;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the facts of what viewers did to works, in the transaction that makes them true. */
@Component
class Engagements {
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Engagements(ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells an engagement; the trace counts only when it is of this work. */
    void tell(Viewer viewer, Trace trace, WorkId work, PersonId creator, Engagement engagement) {
        var subject = Subject.work(work);
        var terms = trace.terms();
        boolean led = terms != null && terms.subject().equals(subject);
        events.publishEvent(new Engaged(
                ids.next(),
                clock.instant(),
                Origin.LIVE,
                viewer.pseudonym(),
                led ? trace.exposure() : null,
                subject,
                led ? trace.source() : Source.DIRECT,
                creator,
                engagement));
    }
}
