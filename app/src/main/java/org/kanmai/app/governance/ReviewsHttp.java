package org.kanmai.app.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ReviewId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operators' review queue. */
@RestController
class ReviewsHttp {
    private final Reviews reviews;
    private final People people;
    private final Map<SubjectKind, Exhibits> exhibits;

    ReviewsHttp(Reviews reviews, People people, List<Exhibits> exhibits) {
        this.reviews = reviews;
        this.people = people;
        this.exhibits = exhibits.stream().collect(Collectors.toMap(Exhibits::kind, one -> one));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/reviews")
    Slice<Case> list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String kind,
            Paging paging,
            Viewer viewer) {
        var slice = reviews.list(wanted(state, kind), paging);
        return new Slice<>(cases(viewer, slice.items()), slice.next());
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/reviews/summary")
    Reviews.Summary summary() {
        return reviews.summary();
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/reviews/{id}")
    Case one(@PathVariable ReviewId id, Viewer viewer) {
        return cases(viewer, List.of(reviews.find(id))).getFirst();
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/reviews/{id}/decision")
    Case decide(@PathVariable ReviewId id, @RequestBody DecisionBody body, Viewer viewer) {
        var decided = reviews.decide(viewer.self(), id, body.verdict());
        return cases(viewer, List.of(decided)).getFirst();
    }

    private static ReviewStore.Wanted wanted(String state, @Nullable String kind) {
        var wantedState = switch (state) {
            case "open" -> Review.State.OPEN;
            case "decided" -> Review.State.DECIDED;
            default -> throw Refusal.invalid("state", "must be open or decided");
        };
        return switch (kind) {
            case null -> new ReviewStore.Wanted(wantedState, null, false);
            case "work" -> new ReviewStore.Wanted(wantedState, SubjectKind.WORK, false);
            case "comment" -> new ReviewStore.Wanted(wantedState, SubjectKind.COMMENT, false);
            case "product" -> new ReviewStore.Wanted(wantedState, SubjectKind.PRODUCT, false);
            case "product-review" -> new ReviewStore.Wanted(wantedState, SubjectKind.PRODUCT_REVIEW, false);
            case "room" -> new ReviewStore.Wanted(wantedState, SubjectKind.ROOM, false);
            case "report" -> new ReviewStore.Wanted(wantedState, null, true);
            default -> throw Refusal.invalid("kind", "must be work, comment, product, product-review, room or report");
        };
    }

    private List<Case> cases(Viewer viewer, List<Review> items) {
        var shown = exhibited(viewer, items);
        var operators = people.find(items.stream()
                .map(Review::decision)
                .filter(Objects::nonNull)
                .map(Review.Decision::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var cases = new ArrayList<Case>();
        for (var review : items) {
            cases.add(Case.of(review, shown.get(review.subject()), operators));
        }
        return cases;
    }

    private Map<Subject, Object> exhibited(Viewer viewer, List<Review> items) {
        var shown = new HashMap<Subject, Object>();
        people.find(items.stream()
                        .map(Review::subject)
                        .filter(subject -> subject.kind() == SubjectKind.PERSON)
                        .map(subject -> new PersonId(subject.id()))
                        .collect(Collectors.toSet()))
                .forEach((id, person) -> shown.put(Subject.person(id), person));
        var byKind = items.stream().map(Review::subject).collect(Collectors.groupingBy(Subject::kind));
        byKind.forEach((kind, subjects) -> {
            var exhibit = exhibits.get(kind);
            if (exhibit != null) {
                exhibit.describe(
                                viewer,
                                subjects.stream().map(Subject::id).distinct().toList())
                        .forEach((id, what) -> shown.put(new Subject(kind, id), what));
            }
        });
        return shown;
    }

    /** An operator's decision as it is sent. */
    record DecisionBody(
            boolean approve,
            @Nullable String violation,
            @Nullable String note) {
        private static final int LONGEST_NOTE = 500;

        Reviews.Verdict verdict() {
            if (note != null && note.length() > LONGEST_NOTE) {
                throw Refusal.invalid("note", "has at most " + LONGEST_NOTE + " characters");
            }
            if (approve == (violation != null)) {
                throw Refusal.invalid("violation", "is needed exactly when it is not approved");
            }
            return new Reviews.Verdict(violation == null ? null : ReportsHttp.violation(violation), note);
        }
    }

    /** A subject with its id as the API writes ids. */
    record Named(SubjectKind kind, String id) {}

    /**
     * A decision with the operator who took it.
     *
     * @param by absent when that account was erased
     */
    record DecisionShown(
            boolean approve,
            @Nullable Violation violation,
            @Nullable String note,
            @Nullable Person by,
            Instant at) {}

    /**
     * A review as operators see it.
     *
     * @param work what the API shows its owner of the work; absent when the review is about something else
     * @param comment the comment; absent when the review is about something else
     * @param product what the API shows its merchant of the product; absent when the review is about something else
     * @param productReview what a buyer says of a product, with what is said below; absent when the review is about something else
     */
    record Case(
            ReviewId id,
            Named subject,
            Review.Cause cause,
            Review.State state,
            Instant openedAt,
            Instant dueAt,
            List<Evidence> evidence,
            List<Review.Told> reports,
            @Nullable Object work,
            @Nullable Object comment,
            @Nullable Object product,
            @Nullable Object productReview,
            @Nullable Object person,
            @Nullable Object room,
            @Nullable DecisionShown decision) {

        static Case of(Review review, @Nullable Object exhibit, Map<PersonId, Person> people) {
            var kind = review.subject().kind();
            return new Case(
                    review.id(),
                    new Named(kind, Long.toString(review.subject().id())),
                    review.cause(),
                    review.state(),
                    review.openedAt(),
                    review.dueAt(),
                    review.evidence(),
                    review.reports(),
                    kind == SubjectKind.WORK ? exhibit : null,
                    kind == SubjectKind.COMMENT ? exhibit : null,
                    kind == SubjectKind.PRODUCT ? exhibit : null,
                    kind == SubjectKind.PRODUCT_REVIEW ? exhibit : null,
                    kind == SubjectKind.PERSON ? exhibit : null,
                    kind == SubjectKind.ROOM ? exhibit : null,
                    shown(review.decision(), people));
        }

        private static @Nullable DecisionShown shown(Review.@Nullable Decision decision, Map<PersonId, Person> people) {
            if (decision == null) {
                return null;
            }
            var by = decision.by() == null ? null : people.get(decision.by());
            return new DecisionShown(decision.approve(), decision.violation(), decision.note(), by, decision.at());
        }
    }
}
