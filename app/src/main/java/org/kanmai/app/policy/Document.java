package org.kanmai.app.policy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.river.HeadSigner.Signed;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.PolicyReading;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;

/**
 * A text of the rules that was proposed, and what became of the proposal.
 *
 * @param from the first day on which it may hold
 * @param by absent for the text that comes with the product, and once that person was erased
 * @param why empty for the text that comes with the product
 */
record Document(
        int version,
        Binary body,
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

    String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** Returns what it says; every document was checked before it was kept. */
    DistributionPolicy policy() {
        return switch (PolicyDocument.read(text())) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused ->
                throw new IllegalStateException("policy " + version + " can't be read: " + refused.problems());
        };
    }

    boolean isProducts() {
        return why.isEmpty();
    }

    /** Returns from when on its proposer may release it alone. */
    Instant noticeEnds() {
        return at.plus(NOTICE);
    }
}
