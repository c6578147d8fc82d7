package org.kanmai.app.aftersales.reviews;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.aftersales.reviews.Remark.Side;
import org.kanmai.app.aftersales.reviews.Verdicts.Pictures;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said below reviews: a buyer's one follow-up, a shop's one reply. Whoever changes a review or a remark locks the
 * review's subject, then the remark's, then rows; decisions do the same, so nobody waits in a circle.
 */
@Component
class Remarks {
    private final ReviewStore reviews;
    private final RemarkStore store;
    private final Verdicts verdicts;
    private final ReviewNews news;
    private final ReviewSettings settings;
    private final Ids ids;
    private final Clock clock;

    Remarks(
            ReviewStore reviews,
            RemarkStore store,
            Verdicts verdicts,
            ReviewNews news,
            ReviewSettings settings,
            Ids ids,
            Clock clock) {
        this.reviews = reviews;
        this.store = store;
        this.verdicts = verdicts;
        this.news = news;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Follows an own review up, once and not for ever. */
    @Transactional
    void followUp(PersonId buyer, ProductReviewId review, String words) {
        verdicts.hold(Subject.productReview(review));
        var row = reviews.lock(review)
                .filter(found -> found.buyer().equals(buyer))
                .orElseThrow(() -> Refusal.notFound("review"));
        if (clock.instant().isAfter(row.moments().written().plus(settings.followWithin()))) {
            throw Refusal.conflict("too-late", "Too late", "The time for this is over.");
        }
        if (say(row, Side.BUYER, buyer, words).shown()) {
            reviews.follow(review, true);
        }
    }

    /** Replies to a review of a shop that is shown, once. */
    @Transactional
    void reply(ShopId shop, PersonId merchant, ProductReviewId review, String words) {
        verdicts.hold(Subject.productReview(review));
        var row = received(shop, review);
        if (say(row, Side.SHOP, merchant, words).shown()) {
            news.answered(row);
        }
    }

    /** Takes a shop's reply back; a second time changes nothing, and one that an operator refused stays. */
    @Transactional
    void removeReply(ShopId shop, ProductReviewId review) {
        verdicts.hold(Subject.productReview(review));
        var seen = reply(review);
        seen.ifPresent(remark -> verdicts.hold(remark.subject()));
        received(shop, review);
        reply(review)
                .filter(remark ->
                        seen.map(Remark::id).filter(remark.id()::equals).isPresent())
                .ifPresent(remark -> {
                    verdicts.changeable(remark.subject());
                    remove(remark);
                });
    }

    private Optional<Remark> reply(ProductReviewId review) {
        return below(review).stream()
                .filter(remark -> remark.side() == Side.SHOP)
                .findFirst();
    }

    private ReviewRow received(ShopId shop, ProductReviewId review) {
        return reviews.lock(review)
                .filter(row -> row.bought().shop().equals(shop) && row.marks().shown())
                .orElseThrow(() -> Refusal.notFound("review"));
    }

    private Remark say(ReviewRow row, Side side, PersonId author, String words) {
        var id = new ProductReviewId(ids.next());
        boolean shown = verdicts.submit(Subject.productReview(id), author, words, Pictures.NONE);
        var remark = new Remark(id, row.id(), side, author, words, shown, clock.instant());
        if (!store.add(remark)) {
            throw Refusal.conflict("said-already", "Said already", "Once is all there is room for.");
        }
        return remark;
    }

    /** Shows or hides a remark as governance decided; false when it is none. */
    boolean show(ProductReviewId id, boolean shown) {
        var changed = store.show(id, shown);
        changed.filter(remark -> remark.side() == Side.BUYER)
                .ifPresent(remark -> reviews.follow(remark.review(), shown));
        changed.filter(remark -> remark.side() == Side.SHOP && shown)
                .flatMap(remark -> reviews.find(remark.review()))
                .ifPresent(news::answered);
        return changed.isPresent();
    }

    List<Remark> below(ProductReviewId review) {
        return store.below(List.of(review));
    }

    /** Takes out what an erased person said below reviews. */
    void erase(PersonId person) {
        store.of(person).forEach(this::remove);
    }

    private void remove(Remark remark) {
        verdicts.hold(remark.subject());
        if (store.remove(remark.id())) {
            verdicts.withdraw(remark.subject());
            if (remark.side() == Side.BUYER) {
                reviews.follow(remark.review(), false);
            }
        }
    }
}
