package org.kanmai.app.aftersales.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.reviews.ReviewPictureStore.Sent;
import org.kanmai.app.aftersales.reviews.ReviewRow.Line;
import org.kanmai.app.aftersales.reviews.ReviewRow.Opinion;
import org.kanmai.app.aftersales.reviews.Verdicts.Pictures;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.PartsBack;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.Subject;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What buyers do with their reviews (EC-31): only who received a line and kept some of it writes one, once. */
@Component
class BuyerReviews {
    private final ReviewStore store;
    private final ReviewPictureStore pictures;
    private final Remarks remarks;
    private final Verdicts verdicts;
    private final ReviewNews news;
    private final OrderBook orders;
    private final PartsBack parts;
    private final Shops shops;
    private final ReviewSettings settings;
    private final Ids ids;
    private final Clock clock;

    BuyerReviews(
            ReviewStore store,
            ReviewPictureStore pictures,
            Remarks remarks,
            Verdicts verdicts,
            ReviewNews news,
            OrderBook orders,
            PartsBack parts,
            Shops shops,
            ReviewSettings settings,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.remarks = remarks;
        this.verdicts = verdicts;
        this.news = news;
        this.orders = orders;
        this.parts = parts;
        this.shops = shops;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes the review of a line; refuses with 409 a line that has one, is not received, or of which nothing is left. */
    @Transactional
    ProductReviewId write(PersonId buyer, Line line, Opinion opinion) {
        parts.hold(line.order());
        var order = reviewable(buyer, line);
        int back = store.back(line);
        if (back >= order.lines().get(line.place()).units()) {
            throw Refusal.conflict("nothing-left", "Nothing is left of it", "All units of this line went back.");
        }
        boolean pictured =
                !pictures.of(line.order()).getOrDefault(line.place(), List.of()).isEmpty();
        var id = new ProductReviewId(ids.next());
        boolean clear = verdicts.submit(Subject.productReview(id), buyer, opinion.words(), pictures(pictured));
        var row = new ReviewRow(
                id,
                line,
                buyer,
                bought(order, line),
                opinion,
                new ReviewRow.Marks(pictured, false, back > 0, clear),
                new ReviewRow.Moments(clock.instant(), null));
        if (!store.add(row)) {
            throw Refusal.conflict("reviewed", "Reviewed already", "This line has its review; change that one.");
        }
        if (clear) {
            news.reviewed(row);
        }
        return id;
    }

    /** Changes a review that is new enough. */
    @Transactional
    void change(PersonId buyer, ProductReviewId id, Opinion opinion) {
        var row = changeable(buyer, own(buyer, id));
        boolean shown = verdicts.resubmit(
                row.subject(), buyer, opinion.words(), pictures(row.marks().pictured()));
        store.change(id, opinion, shown, clock.instant());
    }

    /** Takes a review back with all that hangs on it; one that an operator refused stays. */
    @Transactional
    void withdraw(PersonId buyer, ProductReviewId id) {
        var row = own(buyer, id);
        verdicts.changeable(row.subject());
        remove(row);
    }

    /** Puts a picture to a line; a review that is there waits for an operator again. */
    @Transactional
    void picture(PersonId buyer, Line line, int spot, Sent sent) {
        parts.hold(line.order());
        reviewable(buyer, line);
        var review = store.of(line).map(row -> changeable(buyer, row));
        pictures.put(line, spot, ids.next(), buyer, sent, clock.instant());
        review.ifPresent(row -> {
            verdicts.resubmit(row.subject(), buyer, row.opinion().words(), Pictures.SOME);
            store.pictured(row.id(), true, false);
        });
    }

    /** Takes a picture of a line away; a second time changes nothing. */
    @Transactional
    void removePicture(PersonId buyer, Line line, int spot) {
        parts.hold(line.order());
        reviewable(buyer, line);
        var review = store.of(line).map(row -> changeable(buyer, row));
        if (pictures.remove(line, spot)) {
            boolean left = pictures.of(line.order()).containsKey(line.place());
            review.ifPresent(row -> store.pictured(row.id(), left, row.marks().shown()));
        }
    }

    /** Takes an erased person out, in the transaction of the erasure; in the order of products, whose counts change. */
    void erase(PersonId person) {
        remarks.erase(person);
        store.ofAll(person).forEach(this::remove);
        pictures.removeAll(person);
    }

    private void remove(ReviewRow row) {
        remarks.below(row.id()).forEach(remark -> verdicts.withdraw(remark.subject()));
        verdicts.withdraw(row.subject());
        pictures.removeAll(row.line());
        store.remove(row.id());
    }

    private ReviewRow own(PersonId buyer, ProductReviewId id) {
        return store.find(id).filter(row -> row.buyer().equals(buyer)).orElseThrow(() -> Refusal.notFound("review"));
    }

    /** First the subject, then the review: so do decisions. */
    private ReviewRow changeable(PersonId buyer, ReviewRow seen) {
        verdicts.changeable(seen.subject());
        var row = store.lock(seen.id())
                .filter(found -> found.buyer().equals(buyer))
                .orElseThrow(() -> Refusal.notFound("review"));
        checkTime(row.moments().written(), settings.changeWithin());
        return row;
    }

    private OrderRow reviewable(PersonId buyer, Line line) {
        var order = orders.own(buyer, List.of(line.order())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("order"));
        if (line.place() < 0 || line.place() >= order.lines().size()) {
            throw Refusal.invalid("line", "must be one of the order's");
        }
        var obstacle = obstacle(buyer, order);
        if (obstacle != null) {
            throw obstacle;
        }
        return order;
    }

    private @Nullable Refusal obstacle(PersonId buyer, OrderRow order) {
        var received = order.moments().received();
        if (order.state() != OrderRow.State.RECEIVED || received == null) {
            return Refusal.conflict("not-received", "Not received", "Only what was received is reviewed.");
        }
        if (shops.of(buyer).map(Shop::id).filter(order.shop()::equals).isPresent()) {
            return new Refusal(HttpStatus.FORBIDDEN, "own-shop", "This is your shop", "Others review what it sells.");
        }
        return isOver(received, settings.writeWithin()) ? tooLate() : null;
    }

    /** Returns the places of those of an order's lines that its buyer may review now. */
    Set<Integer> open(OrderRow order) {
        if (obstacle(order.buyer(), order) != null) {
            return Set.of();
        }
        return IntStream.range(0, order.lines().size())
                .filter(place -> isOpen(order, new Line(order.id(), place)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private boolean isOpen(OrderRow order, Line line) {
        return store.of(line).isEmpty()
                && store.back(line) < order.lines().get(line.place()).units();
    }

    /** Returns until when a review may be changed. */
    Instant changeableUntil(ReviewRow row) {
        return row.moments().written().plus(settings.changeWithin());
    }

    private void checkTime(Instant from, Duration within) {
        if (isOver(from, within)) {
            throw tooLate();
        }
    }

    private boolean isOver(Instant from, Duration within) {
        return clock.instant().isAfter(from.plus(within));
    }

    private static Refusal tooLate() {
        return Refusal.conflict("too-late", "Too late", "The time for this is over.");
    }

    private static ReviewRow.Bought bought(OrderRow order, Line line) {
        var bought = order.lines().get(line.place());
        var product = bought.product();
        return new ReviewRow.Bought(order.shop(), product.id(), product.title(), bought.options());
    }

    private static Pictures pictures(boolean some) {
        return some ? Pictures.SOME : Pictures.NONE;
    }
}
