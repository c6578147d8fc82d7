package org.kanmai.sandbox.refunds;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.notifications.Kind;
import org.kanmai.sandbox.notifications.Notification;
import org.kanmai.sandbox.notifications.Notifications;
import org.kanmai.sandbox.payments.Payment;
import org.kanmai.sandbox.payments.PaymentStore;
import org.kanmai.sandbox.payments.State;

/** Refunds: accepted at once, done about a second later, and never more than was paid. */
public final class Refunds {
    private static final int BATCH = 100;
    private static final Duration TAKES = Duration.ofSeconds(1);

    private final PaymentStore payments = new PaymentStore();
    private final RefundStore store = new RefundStore();
    private final Database database;
    private final Notifications notifications;
    private final Clock clock;

    /** Tells the merchant through these notifications. */
    public Refunds(Database database, Notifications notifications, Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Accepts it, or returns what the same id asked before. The payment is held meanwhile, so that no two add up to too much. */
    Refund begin(Refund asked, String reason) {
        return database.transaction(session -> {
            var payment = payments.hold(session, asked.payment()).orElseThrow(Refusal::notFound);
            var known = store.find(session, asked.id());
            if (known.isPresent()) {
                return same(known.get(), asked);
            }
            refuseUnlessCovered(payment, asked, store.sum(session, asked.payment()));
            store.add(session, asked, reason, now().plus(TAKES));
            return same(store.find(session, asked.id()).orElseThrow(), asked);
        });
    }

    private static Refund same(Refund known, Refund asked) {
        if (!known.payment().equals(asked.payment()) || !known.amount().equals(asked.amount())) {
            throw Refusal.conflict("refund-differs", "This id was used for another refund.");
        }
        return known;
    }

    private static void refuseUnlessCovered(Payment payment, Refund asked, long refunded) {
        if (payment.state() != State.PAID) {
            throw Refusal.conflict("not-paid", "Only what is paid can be refunded.");
        }
        if (!payment.amount().currency().equals(asked.amount().currency())) {
            throw Refusal.conflict("currency-differs", "It was paid in another currency.");
        }
        if (asked.amount().minor() > payment.amount().minor() - refunded) {
            throw Refusal.conflict("refund-exceeds-payment", "All refunds together exceed what was paid.");
        }
    }

    /** Returns the refund of this id. */
    Refund find(String id) {
        return database.transaction(session -> store.find(session, id)).orElseThrow(Refusal::notFound);
    }

    /** Does a batch of those that are due; returns whether there may be more. */
    public boolean finish() {
        int finished = database.transaction(session -> {
            var now = now();
            var done = store.finish(session, now, BATCH);
            for (var one : done) {
                tell(session, one, now);
            }
            return done.size();
        });
        if (finished > 0) {
            notifications.wake();
        }
        return finished == BATCH;
    }

    private void tell(Session session, Done done, Instant now) throws SQLException {
        var refund = done.refund();
        var told = Notification.of(Kind.REFUND_DONE, refund.payment(), refund.id(), refund.amount(), now);
        notifications.add(session, told, done.notifyUrl(), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
