package org.kanmai.app.insight.attribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;

/**
 * Whom paid orders are credited to, by each model; every model's credits of a currency sum to its total.
 *
 * @param lines of orders that were placed in these days and paid, and whose money has not gone back
 * @param cut whether there were more lines than are looked at; the newest are
 */
record Attribution(
        Freshness.AsOf asOf,
        LocalDate from,
        LocalDate to,
        By by,
        int lines,
        boolean cut,
        List<Money> totals,
        List<Row> rows) {
    Attribution {
        totals = List.copyOf(totals);
        rows = List.copyOf(rows);
    }

    /** What is credited. */
    enum By implements Code {
        /** Why a work was shown: followed, found, popular. */
        SOURCE,
        /** Which work was shown. */
        WORK
    }

    /**
     * One channel.
     *
     * @param channel a source or a work's id; {@code direct} for who was not led there, {@code others} for all small ones
     * @param title of the work
     * @param credits by the code of the model
     */
    record Row(String channel, @Nullable String title, Map<String, Money> credits) {
        Row {
            credits = Map.copyOf(credits);
        }
    }
}
