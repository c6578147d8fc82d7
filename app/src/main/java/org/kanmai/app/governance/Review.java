package org.kanmai.app.governance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReviewId;
import org.kanmai.facts.Subject;

/**
 * One case about a subject.
 *
 * @param decision absent until an operator decided
 */
record Review(
        ReviewId id,
        Subject subject,
        Cause cause,
        State state,
        Instant openedAt,
        Instant dueAt,
        List<Evidence> evidence,
        List<Told> reports,
        @Nullable Decision decision) {
    Review {
        evidence = List.copyOf(evidence);
        reports = List.copyOf(reports);
    }

    enum Cause implements Code {
        /** The subject waits to be shown. */
        SUBMISSION,
        /** A change waits; the subject is shown as it was. */
        REVISION,
        /** People reported it. */
        REPORT
    }

    enum State implements Code {
        OPEN,
        DECIDED,
        /** Ended without an operator: withdrawn, begun again, or nothing to decide. */
        CLOSED
    }

    /** What a person reported; who it was is not shown. */
    record Told(Violation violation, @Nullable String note, Instant at) {}

    /**
     * What an operator decided.
     *
     * @param violation present exactly when not approved
     * @param by absent when the operator's account was erased
     */
    record Decision(
            boolean approve,
            @Nullable Violation violation,
            @Nullable String note,
            @Nullable PersonId by,
            Instant at) {}
}
