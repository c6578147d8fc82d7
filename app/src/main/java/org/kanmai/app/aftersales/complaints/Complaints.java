package org.kanmai.app.aftersales.complaints;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.AftersalesSettings;
import org.kanmai.app.aftersales.complaints.Complaint.State;
import org.kanmai.app.aftersales.complaints.Complaint.Topic;
import org.kanmai.app.aftersales.complaints.Complaint.Verb;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.ComplaintId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of complaints: each step names the state that it leaves, so that of two that race one is told (EC-15). */
@Component
class Complaints {
    private final ComplaintStore store;
    private final ComplaintNews news;
    private final AftersalesSettings settings;
    private final Ids ids;
    private final Clock clock;

    Complaints(ComplaintStore store, ComplaintNews news, AftersalesSettings settings, Ids ids, Clock clock) {
        this.store = store;
        this.news = news;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a complaint down; refuses with 409 a second one at a time, and one about what was never paid. */
    @Transactional
    Complaint raise(OrderRow order, Topic topic, String words) {
        if (order.moments().paid() == null) {
            throw Refusal.conflict("not-paid", "It was not paid", "Only what was paid can be complained about.");
        }
        var now = clock.instant();
        var complaint = new Complaint(
                new ComplaintId(ids.next()),
                order.id(),
                order.buyer(),
                order.shop(),
                topic,
                State.OPEN,
                new Complaint.Said(words, "", ""),
                new Complaint.Moments(now, null, null, null),
                now.plus(settings.complaintWithin()),
                null);
        if (!store.add(complaint)) {
            throw Refusal.conflict(
                    "complaint-open", "One at a time", "Your complaint about this order is not over yet.");
        }
        news.raised(complaint);
        return complaint;
    }

    @Transactional
    Complaint answer(Complaint complaint, String words, PersonId by) {
        move(complaint, Verb.ANSWER);
        store.answer(complaint.id(), words, by);
        return told(complaint);
    }

    @Transactional
    Complaint escalate(Complaint complaint) {
        move(complaint, Verb.ESCALATE);
        return told(complaint);
    }

    @Transactional
    Complaint close(Complaint complaint) {
        move(complaint, Verb.CLOSE);
        return told(complaint);
    }

    @Transactional
    Complaint decide(Complaint complaint, String words, PersonId by) {
        move(complaint, Verb.DECIDE);
        store.decide(complaint.id(), words, by);
        return told(complaint);
    }

    /** Keeps how a buyer found it was handled, once; who rates an answer has had enough of it. */
    @Transactional
    Complaint rate(Complaint complaint, int stars) {
        if (stars < 1 || stars > 5) {
            throw Refusal.invalid("stars", "must be 1-5");
        }
        if (complaint.state() == State.ESCALATED || !store.rate(complaint.id(), stars, clock.instant())) {
            throw moved();
        }
        if (complaint.state() == State.ANSWERED) {
            move(complaint, Verb.CLOSE);
        }
        return store.find(complaint.id()).orElseThrow();
    }

    /** Does what silence does to a complaint whose time is over. */
    @Transactional
    void hearSilence(Complaint complaint) {
        complaint.state().silence().ifPresent(verb -> {
            move(complaint, verb);
            told(complaint);
        });
    }

    private void move(Complaint complaint, Verb verb) {
        var to = complaint.state().after(verb).orElseThrow(Complaints::moved);
        var now = clock.instant();
        if (!store.move(complaint, to, now, due(to, now))) {
            throw moved();
        }
    }

    private @Nullable Instant due(State state, Instant now) {
        Duration patience = switch (state) {
            case OPEN -> settings.complaintWithin();
            case ANSWERED -> settings.closeAfter();
            case ESCALATED -> settings.decideWithin();
            case DECIDED, CLOSED -> null;
        };
        return patience == null ? null : now.plus(patience);
    }

    private Complaint told(Complaint before) {
        var after = store.find(before.id()).orElseThrow();
        news.moved(after);
        return after;
    }

    private static Refusal moved() {
        return Refusal.conflict(
                "complaint-state", "It has moved on", "Look at it again: somebody has answered, or the time was over.");
    }
}
