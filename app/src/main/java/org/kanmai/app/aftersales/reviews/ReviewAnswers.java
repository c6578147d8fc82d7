package org.kanmai.app.aftersales.reviews;

import java.time.Clock;
import org.kanmai.app.aftersales.returns.UnitsBack;
import org.kanmai.app.aftersales.reviews.ReviewRow.Line;
import org.kanmai.app.governance.Reviewed;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.Origin;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what decisions, refunds, erasures and time ask of reviews, each in the transaction of its cause. */
@Component
class ReviewAnswers {
    private final BuyerReviews reviews;
    private final Remarks remarks;
    private final ReviewStore store;
    private final ReviewPictureStore pictures;
    private final ReviewNews news;
    private final ReviewSettings settings;
    private final Clock clock;

    ReviewAnswers(
            BuyerReviews reviews,
            Remarks remarks,
            ReviewStore store,
            ReviewPictureStore pictures,
            ReviewNews news,
            ReviewSettings settings,
            Clock clock) {
        this.reviews = reviews;
        this.remarks = remarks;
        this.store = store;
        this.pictures = pictures;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void reviewed(Reviewed event) {
        show(event.subject(), event.approved());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void suspended(Reviewed.Suspended event) {
        show(event.subject(), false);
    }

    private void show(Subject subject, boolean shown) {
        if (subject.kind() != SubjectKind.PRODUCT_REVIEW) {
            return;
        }
        var id = new ProductReviewId(subject.id());
        if (!store.show(id, shown)) {
            remarks.show(id, shown);
        } else if (shown) {
            store.find(id).ifPresent(news::reviewed);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refunded(OrderMoved event) {
        if (event.step() == OrderStep.REFUNDED && event.origin() == Origin.LIVE) {
            store.refunded(event.order());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refunded(UnitsBack event) {
        store.refunded(new Line(event.order(), event.place()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        reviews.erase(event.person());
    }

    /** Pictures for which no review came go. */
    @Scheduled(fixedDelay = 3_600_000)
    void sweep() {
        pictures.sweep(clock.instant().minus(settings.keepPictures()));
    }
}
