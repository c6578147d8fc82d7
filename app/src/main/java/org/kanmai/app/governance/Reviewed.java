package org.kanmai.app.governance;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Subject;

/**
 * An operator decided about a subject; an event in the decision's transaction.
 *
 * <p>A refused change of a subject that is shown comes as not approved while {@link Governance#standing} still says approved.
 *
 * @param violation absent when approved
 * @param note what the operator wrote to the owner; absent when nothing
 */
public record Reviewed(
        Subject subject,
        boolean approved,
        @Nullable Violation violation,
        @Nullable String note) {}
