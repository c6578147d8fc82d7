package org.kanmai.app.payment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether providers and the ledger agree, for auditors and operators. */
@RestController
class ReconciliationHttp {
    private static final int DAYS = 60;

    private final Reconciliation reconciliation;
    private final ReconciliationStore store;
    private final Clock clock;

    ReconciliationHttp(Reconciliation reconciliation, ReconciliationStore store, Clock clock) {
        this.reconciliation = reconciliation;
        this.store = store;
        this.clock = clock;
    }

    /** The days that were compared, the newest first. */
    record Days(List<ReconciliationStore.Day> items) {}

    /** What is different on a day. */
    record Differences(List<Difference> items) {}

    @Allowed(Allowed.To.AUDITOR)
    @GetMapping("/api/reconciliations")
    Days days() {
        return new Days(store.days(DAYS));
    }

    @Allowed(Allowed.To.AUDITOR)
    @GetMapping("/api/reconciliations/{provider}/{day}")
    Differences one(@PathVariable String provider, @PathVariable String day) {
        return new Differences(store.differences(provider, day(day)));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/reconciliations/{provider}/{day}")
    Reconciliation.Outcome again(@PathVariable String provider, @PathVariable String day) {
        try {
            return reconciliation.reconcile(provider, day(day));
        } catch (ProviderAway away) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "provider-away",
                    "The payment provider does not answer",
                    "Its statement can't be had now; try again later.");
        }
    }

    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
                return day;
            }
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("day", "must be a date such as 2026-01-31");
        }
        throw Refusal.invalid("day", "must not be in the future");
    }
}
