package org.kanmai.app.payment;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Refund;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks providers about what they have not told: a notification may be lost, and a refund must be asked for until it is done. */
@Component
class Chaser {
    private static final Logger log = LoggerFactory.getLogger(Chaser.class);
    private static final int BATCH = 20;
    private static final int MOST_BATCHES = 50;

    private final PaymentStore store;
    private final RefundStore refunds;
    private final Payments payments;
    private final Providers providers;
    private final Clock clock;

    Chaser(PaymentStore store, RefundStore refunds, Payments payments, Providers providers, Clock clock) {
        this.store = store;
        this.refunds = refunds;
        this.payments = payments;
        this.providers = providers;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void goOn() {
        int asked = BATCH;
        for (int batch = 0; asked == BATCH && batch < MOST_BATCHES; batch++) {
            var due = store.due(clock.instant(), BATCH);
            due.forEach(this::ask);
            asked = due.size();
        }
        int given = BATCH;
        for (int batch = 0; given == BATCH && batch < MOST_BATCHES; batch++) {
            var due = refunds.due(clock.instant(), BATCH);
            due.forEach(this::give);
            given = due.size();
        }
    }

    private void ask(Payment payment) {
        try {
            var standing = providers.of(payment.provider()).ask(payment.id());
            if (standing.amount() != null && standing.at() != null) {
                payments.settle(payment.id(), standing.amount(), standing.at());
            } else if (standing.state() != PaymentProvider.State.OPEN && isOver(payment)) {
                store.close(payment.id());
            }
        } catch (ProviderAway away) {
            log.warn("payment {} can't be asked about: {}", payment.id(), away.getMessage());
        }
    }

    /** Until then the provider may not have heard of it yet. */
    private boolean isOver(Payment payment) {
        return payment.expiresAt().isBefore(clock.instant());
    }

    private void give(RefundStore.Row row) {
        try {
            var provider = providers.of(store.find(row.payment()).orElseThrow().provider());
            if (provider.refund(new Refund(row.id(), row.payment(), row.amount()))
                    || provider.refunded(row.payment(), row.id())) {
                payments.refunded(row.payment(), row.id(), clock.instant());
            }
        } catch (ProviderAway away) {
            log.warn("refund {} can't be asked for: {}", row.id(), away.getMessage());
        }
    }
}
