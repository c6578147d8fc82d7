package org.kanmai.app.governance;

import java.time.Clock;
import java.util.Set;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules what a report led to. */
@Component
class Alarms {
    private final SubjectStore subjects;
    private final ReviewStore reviews;
    private final GovernanceSettings settings;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Alarms(
            SubjectStore subjects,
            ReviewStore reviews,
            GovernanceSettings settings,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.subjects = subjects;
        this.reviews = reviews;
        this.settings = settings;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    void reported(Viewer viewer, Trace trace, Subject subject, PersonId owner) {
        events.publishEvent(new Engaged(
                ids.next(),
                clock.instant(),
                Origin.LIVE,
                viewer.pseudonym(),
                trace.exposure(),
                subject,
                trace.source(),
                owner,
                Engagement.REPORTED));
    }

    /** Hides a shown subject until an operator has decided, and makes that urgent. */
    void suspend(Subject subject) {
        subjects.move(subject, Set.of(Standing.State.APPROVED), new Standing(Standing.State.REVIEWING, null, null));
        reviews.hasten(subject, Review.Cause.REPORT, clock.instant().plus(settings.graveWithin()));
        events.publishEvent(new Reviewed.Suspended(subject));
    }
}
