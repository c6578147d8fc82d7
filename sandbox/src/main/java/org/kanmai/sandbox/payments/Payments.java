package org.kanmai.sandbox.payments;

import static org.kanmai.sandbox.notifications.Kind.PAYMENT_CLOSED;
import static org.kanmai.sandbox.notifications.Kind.PAYMENT_PAID;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.kanmai.sandbox.database.Database;
import org.kanmai.sandbox.database.Session;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.notifications.Notification;
import org.kanmai.sandbox.notifications.Notifications;

/** Payments from open to paid or closed; what becomes of one and its notification are one transaction. */
public final class Payments {
    private static final int BATCH = 100;
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration LATE = Duration.ofSeconds(20);
    private static final Duration STALE = Duration.ofSeconds(1);

    private final PaymentStore store = new PaymentStore();
    private final Database database;
    private final Notifications notifications;
    private final Clock clock;

    /** Tells the merchant through these notifications. */
    public Payments(Database database, Notifications notifications, Clock clock) {
        this.database = database;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * A payment, and whether this call made it.
     *
     * @param isNew false when the id was known, with the same amount
     */
    record Opened(Payment payment, boolean isNew) {}

    /** Opens it, or returns what the same id opened before; refuses another amount for an id that is known. */
    Opened open(Payment asked) {
        return database.transaction(session -> {
            var known = store.find(session, asked.id());
            if (known.isPresent()) {
                return new Opened(same(known.get(), asked), false);
            }
            var now = now();
            refuseUnlessAhead(asked.expiresAt(), now);
            boolean isNew = store.add(session, asked, now);
            return new Opened(same(store.find(session, asked.id()).orElseThrow(), asked), isNew);
        });
    }

    private static Payment same(Payment known, Payment asked) {
        if (!known.amount().equals(asked.amount())) {
            throw Refusal.conflict("payment-differs", "This id was used for another amount.");
        }
        return known;
    }

    private static void refuseUnlessAhead(Instant expiresAt, Instant now) {
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid("expiresAt is ahead, by " + LONGEST.toDays() + " days at most.");
        }
    }

    /** Returns the payment of this id. */
    Payment find(String id) {
        return database.transaction(session -> store.find(session, id)).orElseThrow(Refusal::notFound);
    }

    /** Returns the payment whose page this token opens. */
    public Payment ofToken(String token) {
        return database.transaction(session -> store.ofToken(session, token)).orElseThrow(Refusal::notFound);
    }

    /** Closes an open payment; closing again changes nothing, and what is paid can't be closed. */
    public Payment close(String id) {
        var payment = database.transaction(session -> {
            var closed = store.close(session, id);
            if (closed.isPresent()) {
                tellOfClosing(session, closed.get(), now());
            }
            return closed.isPresent() ? closed : store.find(session, id);
        });
        notifications.wake();
        return payment.filter(found -> found.state() == State.CLOSED).orElseThrow(() -> notClosed(payment));
    }

    private static Refusal notClosed(Optional<Payment> payment) {
        return payment.isEmpty()
                ? Refusal.notFound()
                : Refusal.conflict("already-paid", "What is paid can be refunded, not closed.");
    }

    /** Pays, unless the fault is a lack of money; returns whether this call was the one that paid. */
    public boolean pay(String token, Fault fault) {
        if (fault == Fault.INSUFFICIENT) {
            return false;
        }
        boolean paid = database.transaction(session -> {
            var now = now();
            var payment = store.pay(session, token, now);
            if (payment.isPresent()) {
                tellOfPaying(session, payment.get(), now, fault);
            }
            return payment.isPresent();
        });
        notifications.wake();
        return paid;
    }

    private void tellOfPaying(Session session, Payment payment, Instant now, Fault fault) throws SQLException {
        var paid = Notification.of(PAYMENT_PAID, payment.id(), payment.amount(), now);
        notifications.add(session, paid, payment.notifyUrl(), fault == Fault.LATE ? now.plus(LATE) : now);
        if (fault == Fault.TWICE) {
            notifications.add(session, paid, payment.notifyUrl(), now);
        }
        if (fault == Fault.STALE) {
            var closed = Notification.of(PAYMENT_CLOSED, payment.id(), payment.amount(), now.minus(STALE));
            notifications.add(session, closed, payment.notifyUrl(), now.plus(STALE));
        }
    }

    /** Closes a batch of those that ran out; returns whether there may be more. */
    public boolean closeExpired() {
        int closed = database.transaction(session -> {
            var now = now();
            var expired = store.closeExpired(session, now, BATCH);
            for (var payment : expired) {
                tellOfClosing(session, payment, now);
            }
            return expired.size();
        });
        if (closed > 0) {
            notifications.wake();
        }
        return closed == BATCH;
    }

    private void tellOfClosing(Session session, Payment payment, Instant now) throws SQLException {
        var closed = Notification.of(PAYMENT_CLOSED, payment.id(), payment.amount(), now);
        notifications.add(session, closed, payment.notifyUrl(), now);
    }

    /** Times are kept in milliseconds, so that what is answered is what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
