package org.kanmai.app.pastsales;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.pastsales.SalesImport.State;
import org.kanmai.app.pastsales.Sorted.Kind;
import org.kanmai.app.pastsales.Sorted.Reason;
import org.kanmai.facts.Money;

/**
 * What a file has come to so far.
 *
 * @param rows lines read
 * @param net of all kinds together
 * @param unmatched cancellations of which units are left that nothing here was sold for
 */
record Report(
        String key,
        String name,
        Currency currency,
        State state,
        Instant begunAt,
        @Nullable Instant endedAt,
        int rows,
        List<OfKind> kinds,
        Money net,
        List<OfReason> refused,
        int unmatched,
        int customers,
        int invoices) {
    Report {
        kinds = List.copyOf(kinds);
        refused = List.copyOf(refused);
    }

    /** Lines of one kind and what they are worth. */
    record OfKind(Kind kind, int lines, Money total) {}

    /** Lines refused for one reason. */
    record OfReason(Reason reason, int lines) {}

    /** A line that was refused. */
    record RefusedLine(int row, String number, Reason reason) {}

    /** A cancellation and how many of its units nothing was sold for. */
    record Unmatched(
            int row, String number, String code, String title, int units, int missing, Instant at, boolean known) {}
}
