package org.kanmai.app.governance;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;

/**
 * How a subject stands with its review.
 *
 * @param violation the class it was found to break; absent unless rejected or taken down
 * @param note what the operator wrote to its owner; absent when nothing
 */
public record Standing(
        State state,
        @Nullable Violation violation,
        @Nullable String note) {

    /** Returns whether everybody may see the subject. */
    public boolean shown() {
        return state == State.APPROVED;
    }

    /** The states of a subject; only an approved one is shown. */
    public enum State implements Code {
        /** Waits for an operator. */
        REVIEWING,
        /** Shown. */
        APPROVED,
        /** Never was shown, or not in this form. */
        REJECTED,
        /** Its owner took it back. */
        WITHDRAWN,
        /** Was shown, and broke the rules. */
        TAKEN_DOWN
    }
}
