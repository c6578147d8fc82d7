package org.kanmai.app.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.WorkId;

/**
 * A comment as the API shows it to one viewer.
 *
 * @param author absent when it is deleted
 * @param parent the comment that it answers; absent for one that answers the work
 * @param mentions handles of the people whom the text names
 * @param byCreator whether the work's creator wrote it
 * @param held whether it waits for an operator and only its author sees it
 */
record Comment(
        CommentId id,
        WorkId work,
        @Nullable Person author,
        String text,
        Instant at,
        long likes,
        boolean liked,
        long replies,
        @Nullable CommentId parent,
        List<String> mentions,
        boolean mine,
        boolean byCreator,
        boolean held,
        boolean deleted) {}
