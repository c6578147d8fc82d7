package org.kanmai.engines;

/** The engines can't start for a reason that the operator can mend; the message says what it is and what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
