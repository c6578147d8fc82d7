package org.kanmai.app.aftersales.reviews;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.reviews.ProductReview.Below;
import org.kanmai.app.aftersales.reviews.Remark.Side;
import org.kanmai.app.governance.Exhibits;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of reviews; which reviews those are was asked before. */
@Component
class ReviewDesk implements Exhibits, NoticeSubjects {
    private final ReviewStore store;
    private final RemarkStore remarks;
    private final ReviewPictureStore pictures;
    private final BuyerReviews reviews;
    private final People people;

    ReviewDesk(
            ReviewStore store, RemarkStore remarks, ReviewPictureStore pictures, BuyerReviews reviews, People people) {
        this.store = store;
        this.remarks = remarks;
        this.pictures = pictures;
        this.reviews = reviews;
        this.people = people;
    }

    /** Who looks: everybody and the buyer see no order but their own, a shop sees that of each of its reviews. */
    enum Eyes {
        EVERYBODY,
        SHOP
    }

    ProductReview one(Viewer viewer, ProductReviewId id) {
        var row = store.find(id).orElseThrow(() -> Refusal.notFound("review"));
        return show(viewer, Eyes.EVERYBODY, List.of(row)).getFirst();
    }

    List<ProductReview> show(Viewer viewer, Eyes eyes, List<ReviewRow> rows) {
        var ids = rows.stream().map(ReviewRow::id).toList();
        var shots = pictures.of(ids);
        var below = remarks.below(ids).stream()
                .filter(remark -> remark.shown() || viewer.is(remark.author()) || viewer.is(Role.OPERATOR))
                .collect(Collectors.groupingBy(Remark::review));
        var known = people.find(rows.stream().map(ReviewRow::buyer).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> show(
                        row,
                        viewer,
                        eyes,
                        shots.getOrDefault(row.id(), List.of()),
                        below.getOrDefault(row.id(), List.of()),
                        known))
                .toList();
    }

    private ProductReview show(
            ReviewRow row,
            Viewer viewer,
            Eyes eyes,
            List<ReviewPictureStore.Picture> shots,
            List<Remark> below,
            Map<PersonId, Person> known) {
        boolean mine = viewer.is(row.buyer());
        return new ProductReview(
                row.id(),
                row.bought().product(),
                row.bought().title(),
                row.bought().options(),
                initial(known.get(row.buyer())),
                row.opinion().stars(),
                row.opinion().words(),
                shots,
                row.moments().written(),
                row.moments().changed(),
                row.marks().refunded(),
                said(viewer, below, Side.BUYER),
                said(viewer, below, Side.SHOP),
                mine,
                !row.marks().shown(),
                mine || eyes == Eyes.SHOP ? row.line().order() : null,
                row.line().place(),
                mine ? reviews.changeableUntil(row) : null);
    }

    private static String initial(@Nullable Person person) {
        return person == null || person.name().isEmpty()
                ? "*"
                : person.name().substring(0, person.name().offsetByCodePoints(0, 1)) + "**";
    }

    private static @Nullable Below said(Viewer viewer, List<Remark> below, Side side) {
        return below.stream()
                .filter(remark -> remark.side() == side)
                .map(remark -> new Below(
                        remark.id(), remark.words(), remark.at(), !remark.shown(), viewer.is(remark.author())))
                .findFirst()
                .orElse(null);
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.PRODUCT_REVIEW;
    }

    /** A remark is shown below the review that it belongs to. */
    @Override
    public Map<Long, ?> describe(Viewer operator, Collection<Long> ids) {
        var reviewOf = new HashMap<Long, Long>();
        ids.forEach(id -> reviewOf.put(id, id));
        remarks.find(ids)
                .forEach(remark ->
                        reviewOf.put(remark.id().value(), remark.review().value()));
        var shown = new HashMap<Long, ProductReview>();
        show(operator, Eyes.EVERYBODY, store.find(Set.copyOf(reviewOf.values())))
                .forEach(one -> shown.put(one.id().value(), one));
        reviewOf.values().retainAll(shown.keySet());
        var described = new HashMap<Long, ProductReview>();
        reviewOf.forEach((id, review) -> described.put(id, Objects.requireNonNull(shown.get(review))));
        return described;
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.PRODUCT_REVIEW);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        var glimpses = new HashMap<Long, Glimpse>();
        store.find(ids).stream()
                .filter(row -> row.marks().shown() || viewer.is(row.buyer()))
                .forEach(row ->
                        glimpses.put(row.id().value(), Glimpse.of(row.opinion().words(), null)));
        remarks.find(ids).stream()
                .filter(remark -> remark.shown() || viewer.is(remark.author()))
                .forEach(remark -> glimpses.put(remark.id().value(), Glimpse.of(remark.words(), null)));
        return glimpses;
    }
}
