package org.kanmai.app.content;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.understanding.Comprehension;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.media.MediaLibrary;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What creators do with their own works. */
@Component
class Studio {
    private final WorkStore works;
    private final RevisionStore revisions;
    private final Milestones milestones;
    private final Governance governance;
    private final BannedWords banned;
    private final MediaLibrary library;
    private final Announcements announcements;
    private final Comprehension comprehension;
    private final ContentSettings settings;
    private final Ids ids;
    private final Clock clock;

    Studio(
            WorkStore works,
            RevisionStore revisions,
            Milestones milestones,
            Governance governance,
            BannedWords banned,
            MediaLibrary library,
            Announcements announcements,
            Comprehension comprehension,
            ContentSettings settings,
            Ids ids,
            Clock clock) {
        this.works = works;
        this.revisions = revisions;
        this.milestones = milestones;
        this.governance = governance;
        this.banned = banned;
        this.library = library;
        this.announcements = announcements;
        this.comprehension = comprehension;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new work as its creator describes it. */
    record Plan(String upload, Words words, Facets facets, int cover, boolean downloadable) {}

    /** What is to be different; absent parts stay. */
    record Change(
            @Nullable Words words,
            @Nullable Facets facets,
            @Nullable Integer cover,
            @Nullable Boolean downloadable) {}

    /** Makes a draft of an upload that exists. */
    @Transactional
    public WorkId draft(PersonId creator, Plan plan) {
        return add(creator, plan).id();
    }

    /** Makes a work of an upload that exists, and sends it to review as soon as it is packaged. */
    @Transactional
    public WorkId publish(PersonId creator, Plan plan) {
        return milestones.advance(add(creator, plan)).id();
    }

    /** Sends a draft, or a work that was rejected, to review. */
    @Transactional
    public void submit(PersonId creator, WorkId id) {
        var work = held(creator, id);
        if (work.state() != WorkRow.State.DRAFT && work.state() != WorkRow.State.REJECTED) {
            throw Refusal.conflict("not-a-draft", "Not a draft", "Only a draft or a rejected work can be submitted.");
        }
        if (work.imported()) {
            works.save(work.in(WorkRow.State.REVIEWING), work.state());
            milestones.review(work);
            return;
        }
        works.lockMedia(work.media());
        milestones.advance(work);
    }

    /** Changes a work; new words of a published one are shown once an operator approved them. */
    @Transactional
    public void edit(PersonId creator, WorkId id, Change change) {
        var work = held(creator, id);
        if (work.state() == WorkRow.State.FAILED || work.state() == WorkRow.State.TAKEN_DOWN) {
            throw Refusal.conflict("not-editable", "Not editable", "This work has ended; make a new one.");
        }
        var changed = dressed(work, change);
        if (changed.facets().equals(work.facets()) || work.state() != WorkRow.State.PUBLISHED) {
            reword(changed, change.words());
            return;
        }
        announcements.published(changed);
        reword(changed, change.words());
    }

    /** Ends a work for good; doing it twice changes nothing. */
    @Transactional
    public void takeDown(PersonId creator, WorkId id) {
        var work = held(creator, id);
        if (work.state() == WorkRow.State.TAKEN_DOWN) {
            return;
        }
        governance.withdraw(work.subject());
        revisions.take(id);
        comprehension.forget(List.of(id));
        works.save(work.in(WorkRow.State.TAKEN_DOWN), work.state());
        if (work.state() == WorkRow.State.PUBLISHED) {
            announcements.withdrawn(work);
        }
    }

    private WorkRow add(PersonId creator, Plan plan) {
        if (works.madeWithin(creator, Duration.ofDays(1)) >= settings.worksPerDay()) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too-many-works", "Too many works", "Try again tomorrow.");
        }
        var media = library.upload(creator, plan.upload())
                .map(MediaLibrary.Standing::media)
                .orElseThrow(() -> Refusal.invalid("upload", "is none of yours"));
        works.lockMedia(media);
        var work = new WorkRow(
                new WorkId(ids.next()),
                creator,
                media,
                false,
                WorkRow.State.DRAFT,
                plan.words(),
                plan.facets(),
                cover(media, plan.cover()),
                plan.downloadable(),
                WorkRow.Picture.NONE,
                clock.instant(),
                null,
                null,
                null,
                null);
        if (!works.add(work)) {
            throw Refusal.conflict("upload-used", "Already used", "This upload belongs to another of your works.");
        }
        return work;
    }

    private WorkRow held(PersonId creator, WorkId id) {
        var work = works.find(id)
                .filter(found -> creator.equals(found.creator()))
                .orElseThrow(() -> Refusal.notFound("work"));
        governance.hold(work.subject());
        return works.lock(id).orElseThrow();
    }

    private WorkRow dressed(WorkRow work, Change change) {
        var changed = work.with(
                change.facets() == null ? work.facets() : change.facets(),
                change.cover() == null ? work.cover() : cover(work.media(), change.cover()),
                change.downloadable() == null ? work.downloadable() : change.downloadable());
        works.save(changed, work.state());
        return changed;
    }

    private void reword(WorkRow work, @Nullable Words wished) {
        var waiting = revisions.find(List.of(work.id())).getOrDefault(work.id(), work.words());
        if (wished == null || wished.equals(waiting)) {
            return;
        }
        if (work.state() == WorkRow.State.PUBLISHED) {
            revisions.put(work.id(), wished);
            governance.revise(work.subject(), List.of(banned.evidence(wished.texts())));
            return;
        }
        works.save(work.with(wished), work.state());
        if (work.state() == WorkRow.State.REVIEWING) {
            milestones.review(work.with(wished));
        }
    }

    private int cover(MediaId media, int wished) {
        var film = library.find(List.of(media)).get(media);
        int most = film == null ? Work.MOST_COVERS : film.covers();
        if (wished < 0 || wished > most) {
            throw Refusal.invalid("cover", "must be 0-" + most);
        }
        return wished;
    }
}
