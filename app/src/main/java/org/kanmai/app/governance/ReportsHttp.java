package org.kanmai.app.governance;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people report, and the classes that they choose from. */
@RestController
class ReportsHttp {
    private final Reports reports;
    private final Governance governance;

    ReportsHttp(Reports reports, Governance governance) {
        this.reports = reports;
        this.governance = governance;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/reports")
    @ResponseStatus(HttpStatus.CREATED)
    void report(@RequestBody Body body, Trace trace, Viewer viewer) {
        reports.report(viewer, trace, body.subject().parsed(), body.complaint());
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/violations")
    List<ViolationClass> violations() {
        var penalties = governance.penalties();
        return Arrays.stream(Violation.values())
                .map(violation -> new ViolationClass(violation, Objects.requireNonNull(penalties.get(violation))))
                .toList();
    }

    static Violation violation(String code) {
        try {
            return Code.parse(Violation.class, code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("violation", "is none of the 12 classes");
        }
    }

    /** A class of violations and what follows from it. */
    record ViolationClass(Violation code, Penalty penalty) {}

    /** A report as it is sent. */
    record Body(
            Reported subject, String violation, @Nullable String note) {
        private static final int LONGEST_NOTE = 500;

        Reports.Complaint complaint() {
            if (note != null && note.length() > LONGEST_NOTE) {
                throw Refusal.invalid("note", "has at most " + LONGEST_NOTE + " characters");
            }
            return new Reports.Complaint(ReportsHttp.violation(violation), note);
        }
    }

    /** What is reported. */
    record Reported(String kind, String id) {
        Subject parsed() {
            return switch (kind) {
                case "work" -> Subject.work(WorkId.parse(id));
                case "comment" -> Subject.comment(CommentId.parse(id));
                case "person" -> Subject.person(PersonId.parse(id));
                case "product-review" -> Subject.productReview(ProductReviewId.parse(id));
                default ->
                    throw Refusal.invalid("subject", "must be a work, a comment, a product's review or a person");
            };
        }
    }
}
