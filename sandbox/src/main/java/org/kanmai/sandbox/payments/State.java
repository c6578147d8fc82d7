package org.kanmai.sandbox.payments;

import java.util.Locale;

/** How far a payment is; the last two are final. */
public enum State {
    /** It can be paid. */
    OPEN,
    /** The buyer has paid. */
    PAID,
    /** It was cancelled or ran out, and can't be paid any more. */
    CLOSED;

    /** Returns how it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
