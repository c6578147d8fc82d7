package org.kanmai.app.governance;

import org.kanmai.app.identity.PersonErased;
import org.springframework.context.event.EventListener;
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

    @EventListener
    void erased(PersonErased erased) {
        reports.erase(erased.person());
        reviews.erase(erased.person());
        reviews.closeOf(erased.person());
        reviews.eraseOperator(erased.person());
        subjects.erase(erased.person());
    }
}
