package org.kanmai.app.aftersales.reviews;

import java.time.Instant;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.Subject;

/** What is said below a review. */
record Remark(
        ProductReviewId id,
        ProductReviewId review,
        Side side,
        PersonId author,
        String words,
        boolean shown,
        Instant at) {

    /** Whose remark it is: a buyer's is a follow-up, a shop's a reply. */
    enum Side implements Code {
        BUYER,
        SHOP
    }

    Subject subject() {
        return Subject.productReview(id);
    }
}
