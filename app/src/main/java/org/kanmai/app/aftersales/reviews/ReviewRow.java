package org.kanmai.app.aftersales.reviews;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;

/** A review as it is kept. */
record ReviewRow(
        ProductReviewId id, Line line, PersonId buyer, Bought bought, Opinion opinion, Marks marks, Moments moments) {

    /**
     * What is reviewed.
     *
     * @param place of the line in its order, from 0
     */
    record Line(OrderId order, int place) {}

    /** What was bought, of whom. */
    record Bought(ShopId shop, ProductId product, String title, List<String> options) {
        Bought {
            options = List.copyOf(options);
        }
    }

    /** What its buyer thinks of it. */
    record Opinion(int stars, String words) {}

    /**
     * What is so about it.
     *
     * @param followed whether a follow-up is shown
     * @param refunded whether some of the line went back
     * @param shown whether everybody may see it
     */
    record Marks(boolean pictured, boolean followed, boolean refunded, boolean shown) {}

    /** When it was written, and changed last. */
    record Moments(Instant written, @Nullable Instant changed) {}

    Subject subject() {
        return Subject.productReview(id);
    }
}
