package org.kanmai.sandbox.payments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a buyer can let go wrong, to see what the shop makes of it. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** There is not enough money; it may be tried again. */
    INSUFFICIENT,
    /** The shop hears of it 20 seconds late. */
    LATE,
    /** The shop is told the same event twice. */
    TWICE,
    /** The shop is told of a closing that is older than the payment, after it. */
    STALE;

    /** Returns how it stands in a form. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the fault of this code, if there is one. */
    public static Optional<Fault> of(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code().equals(code))
                .findFirst();
    }
}
