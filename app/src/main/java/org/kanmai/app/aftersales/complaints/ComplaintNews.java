package org.kanmai.app.aftersales.complaints;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.aftersales.complaints.Complaint.State;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Role;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Tells buyer and shop where a complaint stands. */
@Component
class ComplaintNews {
    private static final int MOST_OPERATORS = 1_000;

    private final Notices notices;
    private final Shops shops;
    private final People people;

    ComplaintNews(Notices notices, Shops shops, People people) {
        this.notices = notices;
        this.shops = shops;
        this.people = people;
    }

    void raised(Complaint complaint) {
        owner(complaint)
                .ifPresent(owner -> notices.tell(
                        telling(owner, NoticeKind.COMPLAINT_RAISED, NoticeSubject.sale(complaint.order()), complaint)));
    }

    /** The buyer hears of answers and decisions, the shop of all that is not its own, operators of what waits for them. */
    void moved(Complaint complaint) {
        var tellings = new ArrayList<Telling>();
        if (complaint.state() != State.CLOSED) {
            var subject = NoticeSubject.order(complaint.order());
            tellings.add(telling(complaint.buyer(), NoticeKind.COMPLAINT_MOVED, subject, complaint));
        }
        if (complaint.state() != State.ANSWERED) {
            var subject = NoticeSubject.sale(complaint.order());
            owner(complaint)
                    .ifPresent(owner -> tellings.add(telling(owner, NoticeKind.COMPLAINT_NEWS, subject, complaint)));
        }
        if (complaint.state() == State.ESCALATED) {
            var queue =
                    new NoticeSubject(NoticeSubject.Kind.QUEUE, complaint.id().value());
            people.having(Role.OPERATOR, MOST_OPERATORS)
                    .forEach(operator ->
                            tellings.add(telling(operator, NoticeKind.COMPLAINT_ESCALATED, queue, complaint)));
        }
        notices.tell(tellings);
    }

    private Optional<PersonId> owner(Complaint complaint) {
        return Optional.ofNullable(shops.find(Set.of(complaint.shop())).get(complaint.shop()))
                .map(shop -> shop.owner())
                .map(owner -> owner.id());
    }

    private static Telling telling(PersonId person, NoticeKind kind, NoticeSubject subject, Complaint complaint) {
        var key = "complaint:" + complaint.id() + ":" + complaint.state().code() + ":" + kind.code();
        return Telling.of(person, kind, subject, key)
                .with("state", complaint.state().code());
    }
}
