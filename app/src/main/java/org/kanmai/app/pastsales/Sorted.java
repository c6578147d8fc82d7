package org.kanmai.app.pastsales;

import org.kanmai.facts.Code;

/** What a line of a file is taken for. */
sealed interface Sorted {

    /** Where the line stands in the file, from 1. */
    int place();

    /** A line that is kept. */
    enum Kind implements Code {
        SALE,
        CANCELLATION,
        ADJUSTMENT
    }

    /** Why a line is not kept. */
    enum Reason implements Code {
        /** Units without a price, or written off without an invoice: no order. */
        STOCK_CORRECTION,
        /** A value is missing, is none of its kind, or is out of its range. */
        UNREADABLE,
        /** The invoice came with another file. */
        ALREADY_BROUGHT
    }

    /** A line to keep; {@code minor} is signed, in the currency's smallest unit. */
    record Kept(SalesRow row, Kind kind, long minor) implements Sorted {
        @Override
        public int place() {
            return row.place();
        }
    }

    /** A line that is refused; {@code number} is what it gives for its invoice. */
    record Refused(int place, String number, Reason reason) implements Sorted {}
}
