package org.kanmai.app.identity.roles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Code;

/**
 * An operator's request to change a role of somebody, and what another operator decided.
 *
 * @param handle of the person, empty when erased; so with {@code askedBy}
 * @param singleHanded the only operator there was decided their own request
 */
record RoleRequest(
        String id,
        String handle,
        Role role,
        Change change,
        String reason,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        boolean singleHanded) {

    /** What is asked for. */
    enum Change implements Code {
        GRANT,
        REVOKE
    }

    /** How far it is. */
    enum State implements Code {
        OPEN,
        APPROVED,
        REFUSED
    }
}
