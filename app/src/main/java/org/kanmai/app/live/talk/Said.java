package org.kanmai.app.live.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/** A bullet comment; {@code id} grows with time. */
record Said(long id, RoomId room, PersonId person, String text, Instant at) {

    /** As everybody reads it: {@code handle} and {@code name} are absent once the person is erased. */
    record Line(
            String id, @Nullable String handle, @Nullable String name, String text, Instant at) {}

    Line by(@Nullable Person who) {
        return new Line(
                Long.toString(id), who == null ? null : who.handle(), who == null ? null : who.name(), text, at);
    }
}
