package org.kanmai.app.governance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Role;
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

/** Tells the other modules, owners and operators what a report or a decision led to. */
@Component
class Alarms {
    private static final int MOST_OPERATORS = 1_000;

    private final SubjectStore subjects;
    private final ReviewStore reviews;
    private final GovernanceSettings settings;
    private final Notices notices;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Alarms(
            SubjectStore subjects,
            ReviewStore reviews,
            GovernanceSettings settings,
            Notices notices,
            People people,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.subjects = subjects;
        this.reviews = reviews;
        this.settings = settings;
        this.notices = notices;
        this.people = people;
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
        alarm(subject);
    }

    private void alarm(Subject subject) {
        var key = "suspended:" + about(subject) + ":" + ids.next();
        var tellings = new ArrayList<Telling>();
        subjects.find(subject)
                .map(SubjectStore.Row::owner)
                .ifPresent(owner ->
                        tellings.add(Telling.of(owner, NoticeKind.HIDDEN, NoticeSubject.reviewed(subject), key)));
        var queue = new NoticeSubject(NoticeSubject.Kind.QUEUE, subject.id());
        people.having(Role.OPERATOR, MOST_OPERATORS)
                .forEach(operator -> tellings.add(Telling.of(operator, NoticeKind.ALARM, queue, "alarm:" + key)
                        .with("subject", subject.kind().code())));
        notices.tell(tellings);
    }

    /** Tells the owner of a subject what was decided about it; that reports changed nothing is not told. */
    void decided(ReviewStore.Row review, SubjectStore.Row subject, @Nullable Violation violation) {
        boolean unchanged = review.cause() == Review.Cause.REPORT
                && violation == null
                && subject.standing().shown();
        if (subject.owner() == null || unchanged) {
            return;
        }
        var kind = violation == null ? approved(review.cause()) : refused(review.cause());
        var telling =
                Telling.of(subject.owner(), kind, NoticeSubject.reviewed(review.subject()), "review:" + review.id());
        notices.tell(violation == null ? telling : telling.with("violation", violation.code()));
    }

    private static NoticeKind approved(Review.Cause cause) {
        return cause == Review.Cause.REVISION ? NoticeKind.CHANGE_APPROVED : NoticeKind.APPROVED;
    }

    private static NoticeKind refused(Review.Cause cause) {
        return switch (cause) {
            case SUBMISSION -> NoticeKind.REJECTED;
            case REVISION -> NoticeKind.CHANGE_REJECTED;
            case REPORT -> NoticeKind.TAKEN_DOWN;
        };
    }

    private static String about(Subject subject) {
        return subject.kind().code() + ":" + subject.id();
    }
}
