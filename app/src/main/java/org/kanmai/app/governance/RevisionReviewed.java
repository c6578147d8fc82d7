package org.kanmai.app.governance;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Subject;

/**
 * An operator decided about a change of a subject, which is shown as it was until now; an event in the decision's
 * transaction.
 *
 * @param violation absent when approved
 * @param note what the operator wrote to the owner; absent when nothing
 */
public record RevisionReviewed(
        Subject subject, boolean approved, @Nullable Violation violation, @Nullable String note) {}
