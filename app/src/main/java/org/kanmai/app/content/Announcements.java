package org.kanmai.app.content;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the facts about works, in the transaction that makes them true. */
@Component
class Announcements {
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Announcements(ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    void published(WorkRow work) {
        published(work, clock.instant());
    }

    void published(WorkRow work, Instant at) {
        events.publishEvent(new WorkPublished(
                ids.next(),
                at,
                Origin.LIVE,
                work.id(),
                Objects.requireNonNull(work.creator()),
                work.picture().durationMillis(),
                work.tags()));
    }

    @Transactional
    public void downloaded(Viewer viewer, Trace trace, WorkRow work) {
        events.publishEvent(new Engaged(
                ids.next(),
                clock.instant(),
                Origin.LIVE,
                viewer.pseudonym(),
                trace.exposure(),
                work.subject(),
                trace.source(),
                Objects.requireNonNull(work.creator()),
                Engagement.DOWNLOADED));
    }

    void withdrawn(WorkRow work) {
        events.publishEvent(new WorkWithdrawn(
                ids.next(), clock.instant(), Origin.LIVE, work.id(), Objects.requireNonNull(work.creator())));
    }
}
