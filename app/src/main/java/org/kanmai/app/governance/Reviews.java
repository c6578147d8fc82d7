package org.kanmai.app.governance;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReviewId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operators' queue and their decisions. */
@Component
class Reviews {
    private final SubjectStore subjects;
    private final ReviewStore reviews;
    private final ReportStore reports;
    private final GovernanceSettings settings;
    private final ApplicationEventPublisher events;
    private final Alarms alarms;
    private final Clock clock;

    Reviews(
            SubjectStore subjects,
            ReviewStore reviews,
            ReportStore reports,
            GovernanceSettings settings,
            ApplicationEventPublisher events,
            Alarms alarms,
            Clock clock) {
        this.subjects = subjects;
        this.reviews = reviews;
        this.reports = reports;
        this.settings = settings;
        this.events = events;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** What an operator decides; a violation exactly when not approved. */
    record Verdict(@Nullable Violation violation, @Nullable String note) {
        boolean approve() {
            return violation == null;
        }
    }

    record Summary(int open, int overdue, int decidedToday) {}

    /** Returns a part of the queue: open reviews oldest first, decided ones newest first. */
    Slice<Review> list(ReviewStore.Wanted wanted, Paging paging) {
        boolean oldestFirst = wanted.state() == Review.State.OPEN;
        long beyond = oldestFirst ? Long.MAX_VALUE - paging.before() : paging.before();
        var slice = Slice.of(
                reviews.list(wanted, beyond, paging.rows()),
                paging,
                row -> oldestFirst
                        ? Long.MAX_VALUE - row.id().value()
                        : row.id().value());
        return new Slice<>(filled(slice.items()), slice.next());
    }

    Review find(ReviewId id) {
        var row = reviews.find(id).orElseThrow(() -> Refusal.notFound("review"));
        return filled(List.of(row)).getFirst();
    }

    /** Carries out one operator's decision; of two operators at once the second is refused. */
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 3, delay = 100, jitter = 50)
    @Transactional
    Review decide(PersonId operator, ReviewId id, Verdict verdict) {
        var review = reviews.find(id).orElseThrow(() -> Refusal.notFound("review"));
        var subject = subjects.lock(review.subject()).orElseThrow();
        if (operator.equals(subject.owner())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "own-subject", "This is yours", "Another operator has to decide about it.");
        }
        if (!reviews.markDecided(id)) {
            throw Refusal.conflict(
                    "already-decided", "Already decided", "Somebody decided this, or its owner took it back.");
        }
        reviews.record(id, review.subject(), decision(operator, verdict));
        carryOut(review.subject(), review.cause(), verdict);
        events.publishEvent(event(review, verdict));
        alarms.decided(review, subject, verdict.violation());
        return find(id);
    }

    Summary summary() {
        var today = clock.instant().atZone(settings.zone()).toLocalDate().atStartOfDay(settings.zone());
        return new Summary(reviews.open(), reviews.overdue(), reviews.decidedSince(today.toInstant()));
    }

    private Review.Decision decision(PersonId operator, Verdict verdict) {
        return new Review.Decision(verdict.approve(), verdict.violation(), verdict.note(), operator, clock.instant());
    }

    private static Object event(ReviewStore.Row review, Verdict verdict) {
        return review.cause() == Review.Cause.REVISION
                ? new Reviewed.Revision(review.subject(), verdict.approve(), verdict.violation(), verdict.note())
                : new Reviewed(review.subject(), verdict.approve(), verdict.violation(), verdict.note());
    }

    private void carryOut(Subject subject, Review.Cause cause, Verdict verdict) {
        switch (cause) {
            case SUBMISSION ->
                settle(subject, Set.of(Standing.State.REVIEWING), after(verdict, Standing.State.REJECTED));
            case REVISION -> {}
            case REPORT -> {
                reports.answer(subject);
                settle(
                        subject,
                        Set.of(Standing.State.REVIEWING, Standing.State.APPROVED),
                        after(verdict, Standing.State.TAKEN_DOWN));
                if (!verdict.approve()) {
                    reviews.closeOpen(subject);
                }
            }
        }
    }

    private void settle(Subject subject, Set<Standing.State> from, Standing to) {
        if (!subjects.move(subject, from, to)) {
            throw new IllegalStateException(subject + " has an open review and is in none of " + from);
        }
    }

    private static Standing after(Verdict verdict, Standing.State refused) {
        return verdict.approve()
                ? new Standing(Standing.State.APPROVED, null, null)
                : new Standing(refused, verdict.violation(), verdict.note());
    }

    private List<Review> filled(List<ReviewStore.Row> rows) {
        var evidence =
                reviews.evidence(rows.stream().map(row -> row.id().value()).toList());
        var told = rows.stream()
                .map(row -> row.subject().kind())
                .distinct()
                .collect(Collectors.toMap(kind -> kind, kind -> reports.about(kind, subjects(rows, kind))));
        return rows.stream()
                .map(row -> new Review(
                        row.id(),
                        row.subject(),
                        row.cause(),
                        row.state(),
                        row.openedAt(),
                        row.dueAt(),
                        evidence.getOrDefault(row.id().value(), List.of()),
                        Objects.requireNonNull(told.get(row.subject().kind()))
                                .getOrDefault(row.subject().id(), List.of()),
                        row.decision()))
                .toList();
    }

    private static Collection<Long> subjects(List<ReviewStore.Row> rows, SubjectKind kind) {
        return rows.stream()
                .map(ReviewStore.Row::subject)
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .collect(Collectors.toSet());
    }
}
