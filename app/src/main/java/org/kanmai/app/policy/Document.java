package org.kanmai.app.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.river.PageSigner.Signed;
import org.kanmai.facts.PersonId;

/**
 * What is known of a text of the rules that was proposed, and of the proposal; the text itself is read apart.
 *
 * @param from the first day on which it may hold
 * @param by absent for the text that comes with the product, and once that person was erased
 * @param why empty for the text that comes with the product
 */
record Document(
        int version,
        LocalDate from,
        Signed signed,
        @Nullable PersonId by,
        Instant at,
        String why,
        @Nullable Withdrawal withdrawal) {

    /** How long the public knows of a policy before its proposer may release it alone. */
    static final Duration NOTICE = Duration.ofHours(24);

    /** That a proposal was taken back. */
    record Withdrawal(@Nullable PersonId by, Instant at) {}

    boolean isProducts() {
        return why.isEmpty();
    }

    /** Returns from when on its proposer may release it alone. */
    Instant noticeEnds() {
        return at.plus(NOTICE);
    }
}
