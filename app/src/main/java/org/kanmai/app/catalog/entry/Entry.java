package org.kanmai.app.catalog.entry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;

/**
 * An application to sell here.
 *
 * @param goods what is to be sold
 * @param papers the places of its pictures
 * @param reason why it was refused last; absent when it was not
 */
record Entry(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        PersonId person,
        Kind kind,
        String goods,
        State state,
        @Nullable Instant appliedAt,
        List<Integer> papers,
        @Nullable String reason) {
    Entry {
        papers = List.copyOf(papers);
    }

    /** Who sells. */
    enum Kind implements Code {
        PERSON,
        COMPANY;

        @JsonCreator
        static Kind of(String code) {
            return Code.parse(Kind.class, code);
        }
    }

    /** How far it is. */
    enum State implements Code {
        /** Being written. */
        DRAFT,
        /** Waits for an operator. */
        APPLIED,
        ACCEPTED,
        /** May be changed and sent again. */
        REFUSED;

        boolean open() {
            return this == DRAFT || this == REFUSED;
        }
    }
}
