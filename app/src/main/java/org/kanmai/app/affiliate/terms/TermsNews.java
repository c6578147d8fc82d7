package org.kanmai.app.affiliate.terms;

import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells those who have picked a product of its other terms, in the transaction that makes them. */
@Component
class TermsNews {
    private static final int MOST = 1_000;

    private final PickStore picks;
    private final Notices notices;

    TermsNews(PickStore picks, Notices notices) {
        this.picks = picks;
        this.notices = notices;
    }

    void tell(Terms terms) {
        var subject =
                new NoticeSubject(NoticeSubject.Kind.PRODUCT, terms.product().value());
        notices.tell(picks.creators(terms.product(), MOST).stream()
                .map(creator -> Telling.of(creator, NoticeKind.COMMISSION_CHANGED, subject, "terms:" + terms.id())
                        .with("since", terms.since().toString())
                        .with("rate", Integer.toString(terms.ladder().highest())))
                .toList());
    }
}
