package org.kanmai.app.aftersales.reviews;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ProductReviewId;

/**
 * A review as the API shows it to one viewer.
 *
 * @param author the first letter of the buyer's name
 * @param order absent for all but its buyer and its shop
 * @param line place of the line in its order, from 0
 * @param refunded whether some of the line went back
 * @param followUp absent when there is none that the viewer may see
 * @param reply absent when there is none that the viewer may see
 * @param held whether only its buyer sees it: it waits for an operator, or one has refused it
 */
record ProductReview(
        ProductReviewId id,
        ProductId product,
        String title,
        List<String> options,
        String author,
        int stars,
        String words,
        List<ReviewPictureStore.Picture> pictures,
        Instant at,
        @Nullable Instant editedAt,
        boolean refunded,
        @Nullable Below followUp,
        @Nullable Below reply,
        boolean mine,
        boolean held,
        @Nullable OrderId order,
        int line,
        @Nullable Instant changeableUntil) {
    ProductReview {
        options = List.copyOf(options);
        pictures = List.copyOf(pictures);
    }

    /** What is said below it; {@code held} as above, {@code mine} where the viewer has said it. */
    record Below(ProductReviewId id, String words, Instant at, boolean held, boolean mine) {}
}
