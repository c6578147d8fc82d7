package org.kanmai.app.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;

/**
 * A comment as it is kept.
 *
 * @param parent the comment that it answers; absent for one that answers the work
 * @param author absent once it is deleted
 * @param replies those that are shown
 */
record CommentRow(
        CommentId id,
        WorkId work,
        @Nullable CommentId parent,
        @Nullable PersonId author,
        String text,
        List<PersonId> mentions,
        Instant at,
        long likes,
        long replies,
        boolean shown,
        boolean deleted) {
    CommentRow {
        mentions = List.copyOf(mentions);
    }

    /** Returns the comment below which answers to this one stand. */
    CommentId thread() {
        return parent == null ? id : parent;
    }
}
