package org.kanmai.app.content;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.governance.Violation;
import org.kanmai.facts.Code;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;

/**
 * A work as it is kept.
 *
 * @param creator absent once that person is erased
 * @param imported whether its media are shared with others
 * @param publishedAt when it was shown first; absent before
 * @param failure why the media could not be made; absent when they were
 */
record WorkRow(
        WorkId id,
        @Nullable PersonId creator,
        MediaId media,
        boolean imported,
        State state,
        Words words,
        Facets facets,
        int cover,
        boolean downloadable,
        Picture picture,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable String failure,
        @Nullable Violation violation,
        @Nullable String note) {

    Subject subject() {
        return Subject.work(id);
    }

    List<String> tags() {
        return facets.tags(words.hashtags());
    }

    /** Returns what a recommender must know of it, once it is published. */
    Candidate candidate() {
        return new Candidate(
                id,
                Objects.requireNonNull(creator),
                Objects.requireNonNull(publishedAt),
                picture.durationMillis(),
                tags(),
                picture.fingerprint());
    }

    WorkRow in(State next) {
        return new WorkRow(
                id,
                creator,
                media,
                imported,
                next,
                words,
                facets,
                cover,
                downloadable,
                picture,
                createdAt,
                publishedAt,
                failure,
                violation,
                note);
    }

    WorkRow with(Words changed) {
        return new WorkRow(
                id,
                creator,
                media,
                imported,
                state,
                changed,
                facets,
                cover,
                downloadable,
                picture,
                createdAt,
                publishedAt,
                failure,
                violation,
                note);
    }

    WorkRow with(Facets changedFacets, int changedCover, boolean changedDownloadable) {
        return new WorkRow(
                id,
                creator,
                media,
                imported,
                state,
                words,
                changedFacets,
                changedCover,
                changedDownloadable,
                picture,
                createdAt,
                publishedAt,
                failure,
                violation,
                note);
    }

    WorkRow with(Picture made) {
        return new WorkRow(
                id,
                creator,
                media,
                imported,
                state,
                words,
                facets,
                cover,
                downloadable,
                made,
                createdAt,
                publishedAt,
                failure,
                violation,
                note);
    }

    WorkRow failed(String why) {
        return new WorkRow(
                id,
                creator,
                media,
                imported,
                State.FAILED,
                words,
                facets,
                cover,
                downloadable,
                picture,
                createdAt,
                publishedAt,
                why,
                violation,
                note);
    }

    /** Returns the row of an erased person: nobody's, without words, taken down. */
    WorkRow stripped() {
        return new WorkRow(
                id,
                null,
                media,
                imported,
                State.TAKEN_DOWN,
                Words.NONE,
                Facets.NONE,
                0,
                false,
                picture,
                createdAt,
                publishedAt,
                failure,
                violation,
                null);
    }

    /** Returns the row after a decision; the day of the first publication stays. */
    WorkRow judged(State next, @Nullable Violation found, @Nullable String said, Instant now) {
        var shownAt = next == State.PUBLISHED && publishedAt == null ? now : publishedAt;
        return new WorkRow(
                id,
                creator,
                media,
                imported,
                next,
                words,
                facets,
                cover,
                downloadable,
                picture,
                createdAt,
                shownAt,
                failure,
                found,
                said);
    }

    /**
     * What the packaged media are like; zeros before.
     *
     * @param fingerprint 64-bit dHash
     */
    record Picture(int width, int height, int durationMillis, long fingerprint) {
        static final Picture NONE = new Picture(0, 0, 0, 0);
    }

    /** Where a work stands; only a published one is shown. */
    enum State implements Code {
        /** Its creator has not submitted it. */
        DRAFT,
        /** Waits for its media. */
        PROCESSING,
        /** Waits for an operator. */
        REVIEWING,
        PUBLISHED,
        /** An operator refused it; it can be changed and submitted again. */
        REJECTED,
        /** Its media could not be made. */
        FAILED,
        /** Its creator, or an operator after reports, ended it for good. */
        TAKEN_DOWN
    }
}
