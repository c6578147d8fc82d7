package org.kanmai.app.aftersales.reviews;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.reviews.ReviewDesk.Eyes;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Subject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What buyers say of a product, for everybody. */
@RestController
class ProductReviewsHttp {
    private static final String FIELD = "picture";

    private final ReviewStore store;
    private final RatingStore ratings;
    private final ReviewPictureStore pictures;
    private final ReviewDesk desk;
    private final Governance governance;

    ProductReviewsHttp(
            ReviewStore store,
            RatingStore ratings,
            ReviewPictureStore pictures,
            ReviewDesk desk,
            Governance governance) {
        this.store = store;
        this.ratings = ratings;
        this.pictures = pictures;
        this.desk = desk;
        this.governance = governance;
    }

    /**
     * What the shown reviews of a product come to.
     *
     * @param average of the stars, to a tenth; absent without reviews
     * @param stars how many have one to five stars
     */
    record Sum(int count, @Nullable BigDecimal average, List<Integer> stars, int pictured, int followed, int low) {
        static Sum of(Rating rating) {
            int low = rating.stars().get(0) + rating.stars().get(1);
            return new Sum(rating.count(), rating.average(), rating.stars(), rating.pictured(), rating.followed(), low);
        }
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/rating")
    Sum rating(@PathVariable ProductId id) {
        return Sum.of(ratings.of(id));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/reviews")
    Slice<ProductReview> list(
            @PathVariable ProductId id, @RequestParam(defaultValue = "all") String with, Paging paging, Viewer viewer) {
        var slice = Slice.of(
                store.ofProduct(id, Wanted.parse(with), paging),
                paging,
                row -> row.id().value());
        return new Slice<>(desk.show(viewer, Eyes.EVERYBODY, slice.items()), slice.next());
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/pictures/reviews/{version}")
    ResponseEntity<byte[]> serve(@PathVariable String version, Viewer viewer) {
        if (!version.matches("[0-9]{1,18}")) {
            throw Refusal.notFound(FIELD);
        }
        var kept = pictures.find(Long.parseLong(version))
                .filter(found -> mayShow(viewer, found))
                .orElseThrow(() -> Refusal.notFound(FIELD));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(kept.jpeg().bytes());
    }

    /** Without a review a picture is its buyer's alone. */
    private boolean mayShow(Viewer viewer, ReviewPictureStore.Kept kept) {
        var review = kept.review();
        return review == null
                ? viewer.is(kept.buyer()) || viewer.is(Role.OPERATOR)
                : governance.mayShow(viewer, Subject.productReview(review));
    }
}
