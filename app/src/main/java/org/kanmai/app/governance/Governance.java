package org.kanmai.app.governance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says whether something may be shown, and opens the reviews that decide it. */
@Component
public class Governance {
    private final SubjectStore subjects;
    private final ReviewStore reviews;
    private final GovernanceSettings settings;

    Governance(SubjectStore subjects, ReviewStore reviews, GovernanceSettings settings) {
        this.subjects = subjects;
        this.reviews = reviews;
        this.settings = settings;
    }

    /**
     * Begins a review, or begins it again: the subject is not shown until an operator approved it.
     *
     * @param parts what is shown only when a whole that contains it is; they replace those named before
     */
    @Transactional
    public void open(Subject subject, PersonId owner, List<Evidence> evidence, Collection<Subject> parts) {
        subjects.put(subject, owner, Standing.State.REVIEWING);
        replaceParts(subject, parts);
        reviews.closeOpen(subject);
        var review = reviews.begin(subject, Review.Cause.SUBMISSION, Review.State.OPEN, settings.within())
                .orElseThrow();
        reviews.addEvidence(review, evidence);
    }

    /** Begins a review of a change, or begins it again: the subject stays shown as it was, whatever is decided about the change. */
    @Transactional
    public void revise(Subject subject, List<Evidence> evidence) {
        var row = subjects.lock(subject).orElseThrow();
        if (!row.standing().shown()) {
            throw new IllegalStateException(
                    subject + " is not shown, but " + row.standing().state());
        }
        reviews.closeOpen(subject, Review.Cause.REVISION);
        var review = reviews.begin(subject, Review.Cause.REVISION, Review.State.OPEN, settings.within())
                .orElseThrow();
        reviews.addEvidence(review, evidence);
    }

    /** Shows a subject at once; the evidence is kept. */
    @Transactional
    public void pass(Subject subject, PersonId owner, List<Evidence> evidence) {
        subjects.put(subject, owner, Standing.State.APPROVED);
        reviews.begin(subject, Review.Cause.SUBMISSION, Review.State.CLOSED, settings.within())
                .ifPresent(review -> reviews.addEvidence(review, evidence));
    }

    /** Shows new subjects of one kind at once because an operator answers for them; each decision is on record. */
    @Transactional
    public void admit(PersonId operator, List<Admission> admissions) {
        var byKind = admissions.stream()
                .collect(Collectors.groupingBy(one -> one.subject().kind()));
        byKind.forEach((kind, ofKind) -> admit(operator, kind, ofKind));
    }

    private void admit(PersonId operator, SubjectKind kind, List<Admission> admissions) {
        if (admissions.stream().anyMatch(one -> one.owner().equals(operator))) {
            throw new IllegalArgumentException("nobody answers for what is their own");
        }
        var ids = admissions.stream().map(one -> one.subject().id()).toList();
        subjects.putApproved(
                kind, ids, admissions.stream().map(one -> one.owner().value()).toList());
        var parts = admissions.stream().map(one -> one.part().id()).toList();
        subjects.addParts(SubjectKind.MEDIA, kind, parts, ids);
        reviews.recordAdmitted(operator, kind, ids);
    }

    /** Makes decisions and reports about a subject wait until the transaction ends; to be called before its own row is locked. */
    public void hold(Subject subject) {
        subjects.lock(subject);
    }

    /** Takes a subject back in its owner's name; open reviews of it end. */
    @Transactional
    public void withdraw(Subject subject) {
        subjects.move(
                subject,
                Set.of(Standing.State.REVIEWING, Standing.State.APPROVED, Standing.State.REJECTED),
                new Standing(Standing.State.WITHDRAWN, null, null));
        reviews.closeOpen(subject);
    }

    /** Returns when something of a person's was refused or taken down last. */
    public Optional<Instant> lastViolation(PersonId owner) {
        return reviews.lastRefusal(owner);
    }

    /** Returns whether a viewer may see a subject: it is approved or part of one that is, or the viewer owns it or is an operator. */
    public boolean mayShow(Viewer viewer, Subject subject) {
        return viewer.is(Role.OPERATOR) || subjects.showable(subject, viewer.person());
    }

    /** Returns which of the subjects of a kind everybody may see. */
    public Set<Long> shown(SubjectKind kind, Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : subjects.approved(kind, ids);
    }

    /** Returns how a subject stands; empty when it never came to review. */
    public Optional<Standing> standing(Subject subject) {
        return subjects.find(subject).map(SubjectStore.Row::standing);
    }

    /** Returns what follows from a violation. */
    public Penalty penalty(Violation violation) {
        return Objects.requireNonNull(penalties().get(violation));
    }

    Map<Violation, Penalty> penalties() {
        return reviews.penalties();
    }

    private void replaceParts(Subject whole, Collection<Subject> parts) {
        subjects.removeParts(whole);
        for (var part : parts) {
            subjects.addParts(part.kind(), whole.kind(), List.of(part.id()), List.of(whole.id()));
        }
    }

    /** A subject that an operator answers for, and the media that it shows. */
    public record Admission(Subject subject, PersonId owner, Subject part) {
        public Admission {
            if (part.kind() != SubjectKind.MEDIA) {
                throw new IllegalArgumentException("not media: " + part);
            }
        }
    }
}
