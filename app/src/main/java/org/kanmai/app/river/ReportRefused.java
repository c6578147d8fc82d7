package org.kanmai.app.river;

/** One report of a batch is not taken; the others are. */
final class ReportRefused extends RuntimeException {
    private final Reason reason;

    /** Why a report is not taken. */
    enum Reason implements org.kanmai.facts.Code {
        FORGED,
        EXPIRED,
        FOREIGN,
        UNKNOWN_KIND,
        UNKNOWN_FIELD,
        MALFORMED,
        IMPOSSIBLE,
        OUT_OF_RANGE,
        DUPLICATE
    }

    ReportRefused(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
