package org.kanmai.app.catalog.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/**
 * The right to act for a shop.
 *
 * @param until when it ends by itself; absent for somebody of the shop's own
 */
record Grant(
        long id,
        ShopId shop,
        PersonId person,
        Kind kind,
        Set<Duty> duties,
        State state,
        Instant invitedAt,
        @Nullable Instant until) {
    Grant {
        duties = Set.copyOf(duties);
    }

    /** Who acts. */
    enum Kind implements Code {
        STAFF,
        AGENCY;

        @JsonCreator
        static Kind of(String code) {
            return Code.parse(Kind.class, code);
        }
    }

    /** How far it is. */
    enum State implements Code {
        /** Waits for the yes of who was invited. */
        INVITED,
        ACTIVE,
        /** Declined, left, revoked. */
        ENDED
    }

    boolean holds(Instant now) {
        return state == State.ACTIVE && (until == null || until.isAfter(now));
    }
}
