package org.kanmai.app.payment;

import java.time.Clock;
import java.time.Duration;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.PaymentProvider.Refund;
import org.kanmai.app.payment.PaymentStore.Kept;
import org.kanmai.app.web.Refusal;
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
    private static final Duration FORGOTTEN = Duration.ofDays(30);

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

    private void ask(Kept kept) {
        var payment = kept.payment();
        try {
            var provider = providers.of(payment.provider());
            var standing = provider.ask(kept.charged());
            if (standing.amount() != null && standing.at() != null) {
                payments.settle(payment.provider(), payment.id(), standing.amount(), standing.at());
            } else if (isOver(payment, Duration.ZERO)) {
                end(provider, kept, standing.state());
            }
        } catch (ProviderAway | Refusal away) {
            log.warn("payment {} can't be asked about: {}", payment.id(), away.getMessage());
        }
    }

    /** Until its time is over the provider may not have heard of it yet; what it still calls open then, it must close first. */
    private void end(PaymentProvider provider, Kept kept, PaymentProvider.State state) {
        if (state == PaymentProvider.State.OPEN && !isOver(kept.payment(), FORGOTTEN)) {
            provider.close(kept.charged());
            return;
        }
        store.close(provider.code(), kept.payment().id());
    }

    private boolean isOver(Payment payment, Duration since) {
        return payment.expiresAt().plus(since).isBefore(clock.instant());
    }

    private void give(RefundStore.Row row) {
        try {
            var kept = store.find(row.payment()).orElseThrow();
            var code = kept.payment().provider();
            var provider = providers.of(code);
            if (provider.refund(kept.charged(), new Refund(row.id(), row.payment(), row.amount()))
                    || provider.refunded(kept.charged(), row.id())) {
                payments.refunded(code, row.payment(), row.id(), row.amount(), clock.instant());
            }
        } catch (ProviderAway | Refusal away) {
            log.warn("refund {} can't be asked for: {}", row.id(), away.getMessage());
        }
    }
}
