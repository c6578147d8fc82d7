package org.kanmai.app.payment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.kanmai.app.payment.PaymentProvider.Line;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.ReconciliationStore.Placed;
import org.kanmai.app.payment.ReconciliationStore.Statement;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether providers and the ledger agree, for auditors and operators. */
@RestController
class ReconciliationHttp {
    private static final Logger log = LoggerFactory.getLogger(ReconciliationHttp.class);
    private static final int LARGEST_FILE = 16 * 1024 * 1024;
    private static final int MOST_DAYS = 62;

    private final Providers providers;
    private final Statements statements;
    private final Reconciliation reconciliation;
    private final ReconciliationStore store;
    private final Clock clock;

    ReconciliationHttp(
            Providers providers,
            Statements statements,
            Reconciliation reconciliation,
            ReconciliationStore store,
            Clock clock) {
        this.providers = providers;
        this.statements = statements;
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
            return compared(provider, day(day));
        } catch (ProviderAway away) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "provider-away",
                    "The payment provider does not answer",
                    "Its statement can't be had now; try again later.");
        }
    }

    /** What came of a file: how many lines it has that matter, how many of them are new, and the days that could be compared now. */
    record Imported(int lines, int added, List<Statement> statements) {}

    /** Takes a statement in the form that the provider publishes, and compares its days; the same file again changes nothing. */
    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/reconciliations/{provider}/statements")
    Imported take(@PathVariable String provider, HttpServletRequest request) throws IOException {
        var file = request.getInputStream().readNBytes(LARGEST_FILE + 1);
        if (file.length > LARGEST_FILE) {
            throw Refusal.invalid("file", "must have at most " + LARGEST_FILE + " bytes");
        }
        var lines = providers.of(provider).lines(file);
        var days = lines.stream().map(Line::day).distinct().sorted().toList();
        if (days.size() > MOST_DAYS) {
            throw Refusal.invalid("file", "must be about at most " + MOST_DAYS + " days");
        }
        int added = statements.keep(provider, lines);
        var done = new ArrayList<Statement>();
        for (var day : days) {
            try {
                done.add(compared(provider, day));
            } catch (ProviderAway away) {
                log.warn("{} of {} is kept and compared later: {}", day, provider, away.getMessage());
            }
        }
        return new Imported(lines.size(), added, done);
    }

    private Statement compared(String provider, LocalDate day) {
        var outcome = reconciliation.reconcile(provider, day);
        return new Statement(
                outcome.provider(),
                outcome.day(),
                outcome.at(),
                outcome.movements(),
                outcome.differences().size());
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
