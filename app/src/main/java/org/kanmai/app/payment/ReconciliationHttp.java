package org.kanmai.app.payment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.ReconciliationStore.Placed;
import org.kanmai.app.payment.ReconciliationStore.Statement;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether providers and the ledger agree, for auditors and operators. */
@RestController
class ReconciliationHttp {
    private final Reconciliation reconciliation;
    private final ReconciliationStore store;
    private final Clock clock;

    ReconciliationHttp(Reconciliation reconciliation, ReconciliationStore store, Clock clock) {
        this.reconciliation = reconciliation;
        this.store = store;
        this.clock = clock;
    }

    /** A day with what was compared of it, one provider's statement each. */
    record Day(LocalDate day, List<Statement> statements) {
        Day {
            statements = List.copyOf(statements);
        }
    }

    @Allowed(Allowed.To.AUDITOR)
    @GetMapping("/api/reconciliations")
    Slice<Day> days(Paging paging) {
        var statements = store.statements(paging.before(), paging.rows());
        var days =
                statements.stream()
                        .collect(groupingBy(Statement::day, LinkedHashMap::new, toList()))
                        .entrySet()
                        .stream()
                        .map(each -> new Day(each.getKey(), each.getValue()))
                        .toList();
        return Slice.of(days, paging, each -> each.day().toEpochDay());
    }

    @Allowed(Allowed.To.AUDITOR)
    @GetMapping("/api/reconciliations/{provider}/{day}")
    Slice<Difference> differences(@PathVariable String provider, @PathVariable String day, Paging paging) {
        return Slice.of(store.differences(provider, day(day), paging), paging, Placed::place)
                .map(Placed::difference);
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/reconciliations/{provider}/{day}")
    Statement again(@PathVariable String provider, @PathVariable String day) {
        try {
            var outcome = reconciliation.reconcile(provider, day(day));
            return new Statement(
                    outcome.provider(),
                    outcome.day(),
                    outcome.at(),
                    outcome.movements(),
                    outcome.differences().size());
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
