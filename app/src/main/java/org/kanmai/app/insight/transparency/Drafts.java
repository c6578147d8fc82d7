package org.kanmai.app.insight.transparency;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.Lake;
import org.kanmai.app.insight.proof.Ledger;
import org.kanmai.app.insight.transparency.Report.State;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.proof.TreeHead;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes reports from exactly what a head of the ledger covers. */
@Component
class Drafts {
    private static final int TRIES = 3;

    private final Lake lake;
    private final Ledger ledger;
    private final Counting counting;
    private final Clock clock;

    Drafts(Lake lake, Ledger ledger, Counting counting, Clock clock) {
        this.lake = lake;
        this.ledger = ledger;
        this.counting = counting;
        this.clock = clock;
    }

    /** Returns the month that runs now. */
    YearMonth current() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), Period.ZONE));
    }

    /** Returns the month in which something was shown first; the current one when nothing was. */
    YearMonth first() {
        return lake.ask(
                LocalDate.EPOCH,
                facts -> facts.rows(
                                "select min(happened_at) from facts where kind in ('served', 'exposed')",
                                List.of(),
                                row -> {
                                    var at = Instant.ofEpochMilli(row.getLong(1));
                                    return row.wasNull()
                                            ? current()
                                            : YearMonth.from(LocalDate.ofInstant(at, Period.ZONE));
                                })
                        .getFirst());
    }

    /** Returns the report of a month as the newest head has it. */
    Report of(YearMonth month) {
        var state = month.isBefore(current()) ? State.SETTLING : State.RUNNING;
        for (int round = 0; round < TRIES; round++) {
            var head = ledger.head();
            var report = head.flatMap(under -> under(month, under, state));
            if (report.isPresent()) {
                return report.get();
            }
            if (ledger.seal().isEmpty() && head.isEmpty()) {
                throw Refusal.notFound("report");
            }
        }
        throw new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "The lake is ahead of the ledger",
                "The ledger is sealed every few minutes; ask again in a moment.");
    }

    private Optional<Report> under(YearMonth month, TreeHead head, State state) {
        return lake.askUnder(head.size(), facts -> counting.of(facts, month, head, state));
    }
}
