package org.kanmai.app.content;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kanmai.app.content.understanding.Comprehension;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Evidence;
import org.kanmai.app.governance.Finding;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.governance.Reviewed;
import org.kanmai.app.governance.Standing;
import org.kanmai.app.governance.Violation;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.media.MediaFailed;
import org.kanmai.app.media.MediaFinding;
import org.kanmai.app.media.MediaLibrary;
import org.kanmai.app.media.MediaPackaged;
import org.kanmai.app.media.Packaged;
import org.kanmai.facts.Code;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves works on when their media, an operator, reports or an erasure say so; each in the transaction of its cause. */
@Component
class Milestones {
    private final WorkStore works;
    private final RevisionStore revisions;
    private final MediaLibrary library;
    private final Governance governance;
    private final BannedWords words;
    private final Announcements announcements;
    private final Comprehension comprehension;
    private final Clock clock;

    Milestones(
            WorkStore works,
            RevisionStore revisions,
            MediaLibrary library,
            Governance governance,
            BannedWords words,
            Announcements announcements,
            Comprehension comprehension,
            Clock clock) {
        this.works = works;
        this.revisions = revisions;
        this.library = library;
        this.governance = governance;
        this.words = words;
        this.announcements = announcements;
        this.comprehension = comprehension;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void packaged(MediaPackaged event) {
        works.lockMedia(event.media());
        works.lockOf(event.media())
                .filter(work -> work.state() == WorkRow.State.PROCESSING)
                .ifPresent(this::advance);
    }

    @EventListener
    @Transactional
    void failed(MediaFailed event) {
        works.lockMedia(event.media());
        works.lockOf(event.media())
                .filter(work -> work.state() == WorkRow.State.PROCESSING || work.state() == WorkRow.State.DRAFT)
                .ifPresent(work -> works.save(work.failed(event.reason()), work.state()));
    }

    @EventListener
    @Transactional
    void reviewed(Reviewed event) {
        if (event.subject().kind() != SubjectKind.WORK) {
            return;
        }
        var work = works.lock(new WorkId(event.subject().id())).orElseThrow();
        if (event.approved()) {
            approved(work);
            return;
        }
        refused(work, event);
        ban(work, Objects.requireNonNull(event.violation()));
    }

    @EventListener
    @Transactional
    void revised(Reviewed.Revision event) {
        if (event.subject().kind() != SubjectKind.WORK) {
            return;
        }
        var work = works.lock(new WorkId(event.subject().id())).orElseThrow();
        var changed = revisions.take(work.id()).orElse(work.words());
        if (work.state() != WorkRow.State.PUBLISHED) {
            return;
        }
        if (!event.approved()) {
            works.save(work.judged(work.state(), event.violation(), event.note(), clock.instant()), work.state());
            return;
        }
        var shown = work.with(changed).judged(work.state(), null, null, clock.instant());
        works.save(shown, work.state());
        comprehension.ask(work.id());
        announcements.published(shown);
    }

    @EventListener
    @Transactional
    void suspended(Reviewed.Suspended event) {
        if (event.subject().kind() != SubjectKind.WORK) {
            return;
        }
        works.lock(new WorkId(event.subject().id()))
                .filter(work -> work.state() == WorkRow.State.PUBLISHED)
                .ifPresent(work -> {
                    works.save(work.in(WorkRow.State.REVIEWING), work.state());
                    announcements.withdrawn(work);
                });
    }

    @EventListener
    @Transactional
    void erased(PersonErased event) {
        var own = works.lockOf(event.person());
        comprehension.forget(own.stream().map(WorkRow::id).toList());
        for (var work : own) {
            if (work.state() == WorkRow.State.PUBLISHED) {
                announcements.withdrawn(work);
            }
            revisions.take(work.id());
            works.save(work.stripped(), work.state());
        }
    }

    /** Sends a work on as far as its media allow: to an operator, to wait, or to its end. */
    WorkRow advance(WorkRow work) {
        var creator = Objects.requireNonNull(work.creator());
        var standing = library.upload(creator, work.media().toString());
        var next = standing.map(film -> moved(work, film)).orElseGet(() -> work.failed("cancelled"));
        works.save(next, work.state());
        if (next.state() == WorkRow.State.REVIEWING) {
            review(next);
        }
        return next;
    }

    private static WorkRow moved(WorkRow work, MediaLibrary.Standing film) {
        return switch (film) {
            case Packaged packaged -> work.with(picture(packaged)).in(WorkRow.State.REVIEWING);
            case MediaLibrary.Unpackaged unpackaged ->
                unpackaged.failed()
                        ? work.failed(unpackaged.reason() == null ? unpackaged.state() : unpackaged.reason())
                        : work.in(WorkRow.State.PROCESSING);
        };
    }

    /** Begins the review of a work whose media are packaged. */
    void review(WorkRow work) {
        var evidence = new ArrayList<>(films(work));
        evidence.add(words.evidence(work.words().texts()));
        governance.open(
                work.subject(), Objects.requireNonNull(work.creator()), evidence, List.of(Subject.media(work.media())));
        comprehension.ask(work.id());
    }

    private List<Evidence> films(WorkRow work) {
        var film = library.find(List.of(work.media())).get(work.media());
        return film == null
                ? List.of()
                : film.evidence().stream().map(Milestones::evidence).toList();
    }

    private static Evidence evidence(MediaFinding found) {
        return new Evidence(
                found.check(), Code.parse(Finding.class, found.finding()), found.value(), found.blindSpot());
    }

    private void approved(WorkRow work) {
        if (work.state() != WorkRow.State.REVIEWING) {
            return;
        }
        var shown = work.judged(WorkRow.State.PUBLISHED, null, null, clock.instant());
        works.save(shown, work.state());
        announcements.published(shown);
    }

    private void refused(WorkRow work, Reviewed event) {
        var state = governance.standing(event.subject()).orElseThrow().state();
        var next = state == Standing.State.TAKEN_DOWN ? WorkRow.State.TAKEN_DOWN : WorkRow.State.REJECTED;
        works.save(work.judged(next, event.violation(), event.note(), clock.instant()), work.state());
        revisions.take(work.id());
        if (next == WorkRow.State.TAKEN_DOWN) {
            comprehension.forget(List.of(work.id()));
        }
        if (work.state() == WorkRow.State.PUBLISHED) {
            announcements.withdrawn(work);
        }
    }

    private void ban(WorkRow work, Violation violation) {
        if (!work.imported() && governance.penalty(violation).marksCopies()) {
            library.ban(work.media());
        }
    }

    private static WorkRow.Picture picture(Packaged film) {
        return new WorkRow.Picture(film.width(), film.height(), film.durationMillis(), film.fingerprint());
    }
}
