package org.kanmai.app.governance;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Subject;

/**
 * An operator decided whether a subject is shown; an event in the decision's transaction.
 *
 * @param violation absent when approved
 * @param note what the operator wrote to the owner; absent when nothing
 */
public record Reviewed(
        Subject subject,
        boolean approved,
        @Nullable Violation violation,
        @Nullable String note) {

    /**
     * An operator decided about a change of a subject that is shown, as it was until now; an event in the decision's
     * transaction.
     *
     * @param violation absent when approved
     * @param note what the operator wrote to the owner; absent when nothing
     */
    public record Revision(
            Subject subject,
            boolean approved,
            @Nullable Violation violation,
            @Nullable String note) {}

    /** Reports of a grave class hid a subject until an operator has decided; an event in the last report's transaction. */
    public record Suspended(Subject subject) {}
}
