package org.kanmai.app.governance;

import org.kanmai.app.identity.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes an erased person out of reviews, reports and decisions, in the transaction of the erasure. */
@Component
class Erasure {
    private final SubjectStore subjects;
    private final ReviewStore reviews;
    private final ReportStore reports;

    Erasure(SubjectStore subjects, ReviewStore reviews, ReportStore reports) {
        this.subjects = subjects;
        this.reviews = reviews;
        this.reports = reports;
    }

    /** Comes before what other modules do: whoever decides locks the subject first and its work, comment or media after it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void erased(PersonErased erased) {
        subjects.lockOf(erased.person());
        reports.erase(erased.person());
        reviews.erase(erased.person());
        reviews.closeOf(erased.person());
        reviews.eraseOperator(erased.person());
        subjects.erase(erased.person());
    }
}
