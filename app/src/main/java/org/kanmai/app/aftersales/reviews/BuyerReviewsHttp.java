package org.kanmai.app.aftersales.reviews;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.reviews.ReviewDesk.Eyes;
import org.kanmai.app.aftersales.reviews.ReviewPictureStore.Sent;
import org.kanmai.app.aftersales.reviews.ReviewRow.Line;
import org.kanmai.app.aftersales.reviews.ReviewRow.Opinion;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.pictures.Turns;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ProductReviewId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one says of what one bought. */
@RestController
class BuyerReviewsHttp {
    private static final String FIELD = "picture";
    private static final int LARGEST_SENT = 8 * 1024 * 1024;

    /** A decoded picture takes up to some 60 MB. */
    private static final int AT_ONCE = 2;

    private final BuyerReviews reviews;
    private final Remarks remarks;
    private final ReviewStore store;
    private final ReviewPictureStore pictures;
    private final ReviewDesk desk;
    private final OrderBook orders;
    private final Turns turns = new Turns(AT_ONCE);

    BuyerReviewsHttp(
            BuyerReviews reviews,
            Remarks remarks,
            ReviewStore store,
            ReviewPictureStore pictures,
            ReviewDesk desk,
            OrderBook orders) {
        this.reviews = reviews;
        this.remarks = remarks;
        this.store = store;
        this.pictures = pictures;
        this.desk = desk;
        this.orders = orders;
    }

    /** A review as it is written; {@code line} is the place of the line in its order, from 0. */
    record NewReview(int line, int stars, String words) {
        Opinion opinion() {
            return new Opinion(Words.stars(stars), Words.optional(words));
        }
    }

    /** A review as it is changed. */
    record Change(int stars, String words) {
        Opinion opinion() {
            return new Opinion(Words.stars(stars), Words.optional(words));
        }
    }

    /** What is said below a review. */
    record Said(String words) {}

    /**
     * A line of an order as it can be reviewed.
     *
     * @param open whether a review may be written now
     * @param pictures that are there already
     * @param review absent when there is none
     */
    record ReviewedLine(
            int line,
            boolean open,
            List<ReviewPictureStore.Picture> pictures,
            @Nullable ProductReview review) {
        ReviewedLine {
            pictures = List.copyOf(pictures);
        }
    }

    /** The lines of one order. */
    record ReviewedLines(List<ReviewedLine> items) {
        ReviewedLines {
            items = List.copyOf(items);
        }
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/orders/{id}/reviews")
    ReviewedLines ofOrder(@PathVariable OrderId id, Viewer viewer) {
        var order = orders.own(viewer.self(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("order"));
        var open = reviews.open(order);
        var shots = pictures.of(id);
        var written = desk.show(viewer, Eyes.EVERYBODY, store.of(id));
        return new ReviewedLines(IntStream.range(0, order.lines().size())
                .mapToObj(place -> new ReviewedLine(
                        place,
                        open.contains(place),
                        shots.getOrDefault(place, List.of()),
                        written.stream()
                                .filter(one -> one.line() == place)
                                .findFirst()
                                .orElse(null)))
                .toList());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/orders/{id}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    ProductReview write(@PathVariable OrderId id, @RequestBody NewReview review, Viewer viewer) {
        return desk.one(viewer, reviews.write(viewer.self(), new Line(id, review.line()), review.opinion()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/orders/{id}/reviews/{place}/pictures/{spot}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void picture(
            @PathVariable OrderId id,
            @PathVariable String place,
            @PathVariable String spot,
            Viewer viewer,
            HttpServletRequest request)
            throws IOException {
        var line = new Line(id, digits(place));
        int at = spot(spot);
        var sent = request.getInputStream().readNBytes(LARGEST_SENT + 1);
        if (sent.length > LARGEST_SENT) {
            throw Refusal.invalid(FIELD, "must be at most 8 MB");
        }
        reviews.picture(viewer.self(), line, at, turns.take(() -> Sent.of(FIELD, sent)));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/orders/{id}/reviews/{place}/pictures/{spot}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePicture(@PathVariable OrderId id, @PathVariable String place, @PathVariable String spot, Viewer viewer) {
        reviews.removePicture(viewer.self(), new Line(id, digits(place)), spot(spot));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/reviews")
    Slice<ProductReview> mine(Paging paging, Viewer viewer) {
        var slice = Slice.of(
                store.ofBuyer(viewer.self(), paging), paging, row -> row.id().value());
        return new Slice<>(desk.show(viewer, Eyes.EVERYBODY, slice.items()), slice.next());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/reviews/{id}")
    ProductReview change(@PathVariable ProductReviewId id, @RequestBody Change change, Viewer viewer) {
        reviews.change(viewer.self(), id, change.opinion());
        return desk.one(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/reviews/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable ProductReviewId id, Viewer viewer) {
        reviews.withdraw(viewer.self(), id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/reviews/{id}/follow-up")
    @ResponseStatus(HttpStatus.CREATED)
    ProductReview followUp(@PathVariable ProductReviewId id, @RequestBody Said said, Viewer viewer) {
        remarks.followUp(viewer.self(), id, Words.needed(said.words()));
        return desk.one(viewer, id);
    }

    private static int digits(String place) {
        if (!place.matches("[0-9]{1,3}")) {
            throw Refusal.notFound("line");
        }
        return Integer.parseInt(place);
    }

    private static int spot(String text) {
        if (!text.matches("[0-5]")) {
            throw Refusal.notFound("spot, from 0 to 5,");
        }
        return text.charAt(0) - '0';
    }
}
