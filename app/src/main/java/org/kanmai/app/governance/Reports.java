package org.kanmai.app.governance;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people report.
 *
 * <p>Reports bring a subject before an operator and leave it shown meanwhile, so that a few people cannot silence
 * another; only reports of a grave class by several people hide it until the decision.
 */
@Component
class Reports {
    private final SubjectStore subjects;
    private final ReviewStore reviews;
    private final ReportStore reports;
    private final GovernanceSettings settings;
    private final People people;
    private final Alarms alarms;

    Reports(
            SubjectStore subjects,
            ReviewStore reviews,
            ReportStore reports,
            GovernanceSettings settings,
            People people,
            Alarms alarms) {
        this.subjects = subjects;
        this.reviews = reviews;
        this.reports = reports;
        this.settings = settings;
        this.people = people;
        this.alarms = alarms;
    }

    /** Takes one person's report; the same person's second one about a subject changes nothing. */
    @Transactional
    void report(Viewer viewer, Trace trace, Subject subject, Complaint complaint) {
        var reporter = viewer.self();
        var row = reportable(subject);
        var owner = row.owner();
        if (owner == null || !(row.standing().shown() || subject.kind() == SubjectKind.PERSON)) {
            throw Refusal.notFound("subject");
        }
        if (owner.equals(reporter)) {
            throw Refusal.invalid("subject", "is your own");
        }
        if (reports.within(reporter, Duration.ofDays(1)) >= settings.reportsPerDay()) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS, "too-many-reports", "Too many reports", "Try again tomorrow.");
        }
        if (reports.add(subject, reporter, complaint.violation(), complaint.note())) {
            alarms.reported(viewer, trace, subject, owner);
            weigh(subject, row.standing());
        }
    }

    private SubjectStore.Row reportable(Subject subject) {
        return subjects.lock(subject).orElseGet(() -> {
            var person = new PersonId(subject.id());
            if (subject.kind() != SubjectKind.PERSON || people.find(person).isEmpty()) {
                throw Refusal.notFound("subject");
            }
            subjects.put(subject, person, Standing.State.APPROVED);
            return subjects.lock(subject).orElseThrow();
        });
    }

    private void weigh(Subject subject, Standing standing) {
        var grave = reviews.penalties().entrySet().stream()
                .filter(entry -> entry.getValue().hidesOnReports())
                .map(Map.Entry::getKey)
                .toList();
        var unanswered = reports.unanswered(subject, grave);
        boolean hide = unanswered.grave() >= settings.reportsToHide();
        if (unanswered.all() >= settings.reportsToReview()) {
            reviews.begin(
                    subject, Review.Cause.REPORT, Review.State.OPEN, hide ? settings.graveWithin() : settings.within());
        }
        if (hide && standing.shown()) {
            alarms.suspend(subject);
        }
    }

    /** What is wrong in a person's eyes, and in what words. */
    record Complaint(Violation violation, @Nullable String note) {}
}
