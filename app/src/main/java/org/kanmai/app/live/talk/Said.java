package org.kanmai.app.live.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/**
 * A bullet comment; {@code id} grows with time.
 *
 * @param replyTo the id of what it answers to
 */
record Said(
        long id,
        RoomId room,
        PersonId person,
        String text,
        @Nullable Long replyTo,
        Instant at) {

    /** Who says it, in the room. */
    enum Part implements Code {
        VIEWER,
        MODERATOR,
        HOST
    }

    /** As everybody reads it: {@code handle} and {@code name} are absent once the person is erased. */
    record Line(
            String id,
            @Nullable String handle,
            @Nullable String name,
            String text,
            Instant at,
            Part part,
            @Nullable String replyTo) {}

    Line by(@Nullable Person who, Manner manner) {
        return new Line(
                Long.toString(id),
                who == null ? null : who.handle(),
                who == null ? null : who.name(),
                text,
                at,
                part(manner),
                replyTo == null ? null : Long.toString(replyTo));
    }

    private Part part(Manner manner) {
        if (manner.host().equals(person)) {
            return Part.HOST;
        }
        return manner.keptBy(person) ? Part.MODERATOR : Part.VIEWER;
    }
}
